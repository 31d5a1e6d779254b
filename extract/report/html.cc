#include "extract/report/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/report/head.h"

namespace nutgraf {
namespace {

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  for (const GumboTag other : tags) {
    if (tag == other) return true;
  }
  return false;
}

bool left_out(GumboTag tag) {
  return one_of(tag, {GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_NAV,      GUMBO_TAG_HEADER,
                      GUMBO_TAG_FOOTER,   GUMBO_TAG_ASIDE,    GUMBO_TAG_FORM,     GUMBO_TAG_BUTTON,
                      GUMBO_TAG_NOSCRIPT, GUMBO_TAG_SVG,      GUMBO_TAG_FIGURE,   GUMBO_TAG_IFRAME,
                      GUMBO_TAG_SELECT,   GUMBO_TAG_TEXTAREA, GUMBO_TAG_TEMPLATE, GUMBO_TAG_TIME,
                      GUMBO_TAG_H1,       GUMBO_TAG_HEAD,     GUMBO_TAG_OBJECT,   GUMBO_TAG_VIDEO,
                      GUMBO_TAG_AUDIO});
}

bool breaks_paragraph(GumboTag tag) {
  return one_of(tag, {GUMBO_TAG_P,    GUMBO_TAG_DIV,        GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,
                      GUMBO_TAG_MAIN, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_UL,      GUMBO_TAG_OL,
                      GUMBO_TAG_LI,   GUMBO_TAG_H2,         GUMBO_TAG_H3,      GUMBO_TAG_H4,
                      GUMBO_TAG_H5,   GUMBO_TAG_H6,         GUMBO_TAG_PRE,     GUMBO_TAG_TABLE,
                      GUMBO_TAG_TR,   GUMBO_TAG_TD,         GUMBO_TAG_DL,      GUMBO_TAG_DT,
                      GUMBO_TAG_DD,   GUMBO_TAG_HR,         GUMBO_TAG_BODY});
}

// Collects running words: spaces run together, paragraphs are kept apart.
class Words {
 public:
  void add(std::string_view piece) {
    for (const char c : piece) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
        space_ = true;
        continue;
      }
      if (!text_.empty() && paragraph_) {
        text_ += "\n\n";
      } else if (!text_.empty() && space_) {
        text_ += ' ';
      }
      paragraph_ = false;
      space_ = false;
      text_ += c;
    }
  }
  void space() { space_ = true; }
  void paragraph() { paragraph_ = true; }
  std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool space_ = false;
  bool paragraph_ = false;
};

class Page {
 public:
  explicit Page(const GumboNode& root) { look(root); }

  // Written once all of the page was seen.
  Report report();

 private:
  void look(const GumboNode& root);
  void element(const GumboNode& node);
  void meta(const GumboElement& element);
  void time(const GumboElement& element);
  static void gather(const GumboNode& root, Words& words);
  static std::string text_of(const GumboNode* node);

  // The first value that is told wins in each field; a weaker source stands in a field of its own.
  std::string title_, page_title_, heading_;
  std::optional<Day> date_, shown_date_;
  Report told_;
  const GumboNode* article_ = nullptr;
  const GumboNode* main_ = nullptr;
  const GumboNode* body_ = nullptr;
};

// Depth-first without recursion: a hostile page nests thousands deep.
template <typename Enter, typename Leave>
void walk(const GumboNode& root, Enter enter, Leave leave) {
  std::vector<std::pair<const GumboNode*, unsigned>> stack;
  if (enter(root)) stack.emplace_back(&root, 0);
  while (!stack.empty()) {
    auto& [node, next] = stack.back();
    const bool holds = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    if (holds && next < node->v.element.children.length) {
      const auto* child = static_cast<const GumboNode*>(node->v.element.children.data[next++]);
      if (enter(*child)) stack.emplace_back(child, 0);
    } else {
      leave(*node);
      stack.pop_back();
    }
  }
}

void Page::look(const GumboNode& root) {
  walk(
      root,
      [this](const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT) element(node);
        return node.type == GUMBO_NODE_ELEMENT;
      },
      [](const GumboNode&) {});
}

void Page::element(const GumboNode& node) {
  const GumboElement& element = node.v.element;
  switch (element.tag) {
    case GUMBO_TAG_META:
      meta(element);
      break;
    case GUMBO_TAG_TIME:
      time(element);
      break;
    case GUMBO_TAG_HTML:
      told_.lang = attribute(element, "lang");
      break;
    case GUMBO_TAG_TITLE:
      if (page_title_.empty()) page_title_ = text_of(&node);
      break;
    case GUMBO_TAG_H1:
      if (heading_.empty()) heading_ = text_of(&node);
      break;
    case GUMBO_TAG_LINK:
      if (attribute(element, "rel") == "canonical" && told_.url.empty()) {
        told_.url = attribute(element, "href");
      }
      break;
    case GUMBO_TAG_ARTICLE:
      if (article_ == nullptr) article_ = &node;
      break;
    case GUMBO_TAG_MAIN:
      if (main_ == nullptr) main_ = &node;
      break;
    case GUMBO_TAG_BODY:
      body_ = &node;
      break;
    default:
      break;
  }
}

void Page::meta(const GumboElement& element) {
  static constexpr std::array<std::string_view, 10> day_names{
      "article:published_time", "datePublished", "date",    "dc.date",      "dc.date.issued",
      "DC.date.issued",         "dcterms.date",  "pubdate", "publish-date", "parsely-pub-date"};
  const std::string_view content = attribute(element, "content");
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string_view name = attribute(element, key);
    if (name.empty() || content.empty()) continue;
    for (const std::string_view day_name : day_names) {
      if (name == day_name && !date_) date_ = read_head_day(content);
    }
    if (name == "og:title" && title_.empty()) title_ = content;
    if (name == "og:site_name" && told_.source.empty()) told_.source = content;
    if (name == "og:url" && told_.url.empty()) told_.url = content;
  }
}

void Page::time(const GumboElement& element) {
  if (shown_date_) return;
  shown_date_ = read_head_day(attribute(element, "datetime"));
  if (shown_date_) return;
  for (unsigned i = 0; i < element.children.length && !shown_date_; ++i) {
    shown_date_ = read_head_day(text_of(static_cast<const GumboNode*>(element.children.data[i])));
  }
}

void Page::gather(const GumboNode& root, Words& words) {
  const auto enter = [&words, &root](const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) words.add(node.v.text.text);
    if (node.type == GUMBO_NODE_WHITESPACE) words.space();
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    if (&node != &root && left_out(node.v.element.tag)) return false;
    if (node.v.element.tag == GUMBO_TAG_BR) words.space();
    if (breaks_paragraph(node.v.element.tag)) words.paragraph();
    return true;
  };
  const auto leave = [&words](const GumboNode& node) {
    if (breaks_paragraph(node.v.element.tag)) words.paragraph();
  };
  walk(root, enter, leave);
}

std::string Page::text_of(const GumboNode* node) {
  Words words;
  if (node != nullptr) gather(*node, words);
  return words.take();
}

Report Page::report() {
  Report out = std::move(told_);
  for (const GumboNode* part : {article_, main_, body_}) {
    if (out.text.empty()) out.text = text_of(part);
  }
  out.date = date_ ? date_ : shown_date_;
  out.title = !title_.empty() ? title_ : !heading_.empty() ? heading_ : page_title_;
  return out;
}

// Opened tags that no tag closes are counted as they pass, those that need no closing left out. The
// parser's time grows with the square of the nesting, so a page that nests absurdly is refused.
bool nests_too_deep(std::string_view page) {
  constexpr int limit = 10000;
  static constexpr std::array<std::string_view, 20> unclosed{
      "p",  "li", "br", "img",    "hr",   "meta", "link",   "input", "td",    "tr",
      "th", "dt", "dd", "option", "area", "col",  "source", "wbr",   "thead", "tbody"};
  int depth = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    const bool closes = at + 1 < page.size() && page[at + 1] == '/';
    std::string name;
    for (std::size_t i = at + (closes ? 2 : 1); i < page.size() && name.size() < 12; ++i) {
      const char c = page[i] >= 'A' && page[i] <= 'Z' ? static_cast<char>(page[i] + 32) : page[i];
      if (c < 'a' || c > 'z') break;
      name += c;
    }
    if (name.empty() || std::find(unclosed.begin(), unclosed.end(), name) != unclosed.end()) {
      continue;
    }
    depth = closes ? std::max(0, depth - 1) : depth + 1;
    if (depth > limit) return true;
  }
  return false;
}

struct Destroy {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

}  // namespace

Result<Report> read_html(std::string_view page) {
  if (nests_too_deep(page)) return fail(ErrorCode::invalid, "the page nests too deep");
  GumboOptions options = kGumboDefaultOptions;
  options.stop_on_first_error = false;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, Destroy> parsed(
      gumbo_parse_with_options(&options, page.data(), page.size()));
  if (parsed == nullptr || parsed->root == nullptr) {
    return fail(ErrorCode::invalid, "the page cannot be read");
  }
  Report report = Page(*parsed->root).report();
  if (report.text.empty()) return fail(ErrorCode::invalid, "the page has no text");
  return report;
}

}  // namespace nutgraf
