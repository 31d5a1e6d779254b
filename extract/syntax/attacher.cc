#include "extract/syntax/attacher.h"

#include <algorithm>

namespace nutgraf {
namespace {

constexpr std::size_t deepest = 24;        // open clauses
constexpr std::size_t bracket_reach = 40;  // items

}  // namespace

void Attacher::read(TokenRange sentence) {
  range_ = sentence;
  sheet_.frames.clear();
  sheet_.waiting.clear();
  between_ = {};
  previous_ = 0;
  Index i = skip_dateline();
  const std::uint32_t begin = i < sheet_.items.size() ? item(i).begin : sentence.begin;
  open(ClauseKind::main, begin, npos, Relation::root, npos);
  while (i < sheet_.items.size()) {
    switch (item(i).kind) {
      case ItemKind::noun:
        on_noun(i);
        break;
      case ItemKind::verb:
        on_verb(i);
        break;
      case ItemKind::preposition:
        on_preposition(i);
        break;
      case ItemKind::subordinator:
        on_subordinator(i);
        break;
      case ItemKind::that:
        on_that(i);
        break;
      case ItemKind::relative:
        on_relative(i);
        break;
      case ItemKind::adjective:
        on_adjective(i);
        break;
      case ItemKind::coordinator:
        // "from both the army and the police"
        if (between_.preposition != 0 && is_kind(i + 1, ItemKind::noun)) break;
        between_.coordinator = item(i).head;
        break;
      case ItemKind::comma:
      case ItemKind::dash:
        between_.comma = true;
        close_fronted(i);
        break;
      case ItemKind::colon:
        on_colon(i);
        break;
      case ItemKind::semicolon:
        on_semicolon(i);
        break;
      case ItemKind::open_quote:
      case ItemKind::close_quote:
        between_.quote = true;
        break;
      case ItemKind::open_bracket:
        i = skip_brackets(i);
        break;
      case ItemKind::particle:
        if (!awaits_verb(top())) hang(item(i).head, top().verb, Relation::particle);
        break;
      default:
        break;
    }
    const ItemKind kind = item(i).kind;
    const bool content = kind == ItemKind::noun || kind == ItemKind::verb ||
                         kind == ItemKind::subordinator || kind == ItemKind::that ||
                         kind == ItemKind::relative || kind == ItemKind::adjective;
    if (content) between_ = {};
    if (content || kind == ItemKind::particle) previous_ = i + 1;
    ++i;
  }
  close_to(0, sentence.end);
}

void Attacher::hang(std::uint32_t token, std::uint32_t governor, Relation relation,
                    std::uint32_t marker) {
  if (token == governor) return;
  sheet_.governor[token] = governor;
  sheet_.relation[token] = relation;
  sheet_.marker[token] = marker;
}

void Attacher::wait(std::uint32_t token, Relation relation, std::uint32_t marker) {
  sheet_.waiting.push_back({token, relation, marker});
}

void Attacher::settle_waiting(Frame& frame, std::uint32_t governor) {
  while (sheet_.waiting.size() > frame.waiting) {
    const Waiting& waiting = sheet_.waiting.back();
    hang(waiting.token, governor, waiting.relation, waiting.marker);
    sheet_.waiting.pop_back();
  }
}

Frame& Attacher::open(ClauseKind kind, std::uint32_t begin, std::uint32_t governor,
                      Relation relation, std::uint32_t marker) {
  if (sheet_.frames.size() >= deepest) close(begin);
  Frame frame;
  frame.kind = kind;
  frame.relation = relation;
  frame.governor = governor;
  frame.marker = marker;
  frame.after_comma = between_.comma;
  frame.waiting = static_cast<std::uint32_t>(sheet_.waiting.size());
  frame.clause = static_cast<std::uint32_t>(desk_.clauses.size());
  const std::uint32_t parent = sheet_.frames.empty() ? npos : top().clause;
  desk_.clauses.push_back({kind, {begin, range_.end}, npos, governor, marker, parent});
  sheet_.frames.push_back(frame);
  return top();
}

// Ends the innermost clause before token `end`.
void Attacher::close(std::uint32_t end) {
  Frame frame = top();
  sheet_.frames.pop_back();
  Clause& clause = desk_.clauses[frame.clause];
  clause.tokens.end = std::max(end, clause.tokens.begin);
  std::uint32_t head = frame.first;
  if (frame.verb == npos) {  // no verb came
    if (frame.kind == ClauseKind::main) clause.kind = ClauseKind::fragment;
    head = frame.subject != npos ? frame.subject : frame.last;
    if (head == npos && sheet_.waiting.size() > frame.waiting) {
      head = sheet_.waiting[frame.waiting].token;
      const Waiting first = sheet_.waiting[frame.waiting];
      if (frame.governor != npos || !sheet_.frames.empty()) {
        hang(head, frame.governor, first.relation, first.marker);
      }
    } else if (head != npos && !hung(head)) {
      hang(head, frame.governor, frame.governor == npos ? Relation::root : frame.relation);
    }
  } else if (frame.pronoun != npos && !hung(frame.pronoun)) {
    const bool gap = frame.object == npos && frame.predicate == npos;
    hang(frame.pronoun, frame.verb, gap ? Relation::object : Relation::oblique);
  }
  if (head == npos) {
    sheet_.waiting.resize(std::min<std::size_t>(sheet_.waiting.size(), frame.waiting));
    return;
  }
  settle_waiting(frame, head);
  if (!frame.fronted || sheet_.frames.empty()) return;
  Frame& outer = top();
  if (awaits_verb(outer)) {
    wait(head, frame.relation, frame.marker);
  } else {
    hang(head, outer.verb, frame.relation, frame.marker);
  }
}

void Attacher::close_to(std::size_t size, std::uint32_t end) {
  while (sheet_.frames.size() > size) close(end);
}

// At a comma: ends the clauses that a comma ends.
void Attacher::close_fronted(Index i) {
  Index next = i + 1;
  while (is_kind(next, ItemKind::adverb) || is_kind(next, ItemKind::close_quote)) ++next;
  const bool more = is_kind(next, ItemKind::noun) && ahead_.is_list(next) &&
                    is_kind(previous_ - 1, ItemKind::noun);
  // A bare participle goes on with what stands before it, unless a clause still waits for a verb
  // and no other comes.
  bool waits = false;
  for (const Frame& frame : sheet_.frames) {
    waits = waits || (awaits_verb(frame) && frame.subject != npos);
  }
  const bool participle = is_kind(next, ItemKind::verb) && !ahead_.is_finite(next) &&
                          (!waits || ahead_.any_finite(next));
  while (sheet_.frames.size() > 1) {
    const Frame& frame = top();
    if (awaits_verb(frame) || more || is_kind(next, ItemKind::coordinator) ||
        is_kind(next, ItemKind::relative)) {
      return;
    }
    const bool aside =
        frame.parenthetical &&
        (is_kind(next, ItemKind::open_quote) || is_kind(next, ItemKind::preposition) ||
         is_kind(next, ItemKind::subordinator) || ahead_.is_finite(next));
    const bool ends = aside || (frame.fronted && !participle) ||
                      (frame.after_comma && !participle && frame.kind != ClauseKind::coordinate &&
                       frame.kind != ClauseKind::complement && !frame.parenthetical);
    if (!ends) return;
    close(item(i).begin);
  }
}

// What was read so far is what `speech_verb` says: it hangs on the verb of saying.
void Attacher::speak(std::size_t frame, std::uint32_t speech_verb) {
  Frame& said = sheet_.frames[frame];
  said.relation = Relation::complement;
  if (said.governor == npos) said.governor = speech_verb;
  desk_.clauses[said.clause].governor = speech_verb;
  if (said.first != npos) hang(said.first, speech_verb, Relation::complement, said.marker);
}

void Attacher::on_colon(Index i) {
  const bool speech =
      !awaits_verb(top()) && (top().traits.has(Trait::speech) || top().traits.has(Trait::that));
  if (is_kind(i + 1, ItemKind::other) || i + 1 >= sheet_.items.size()) return;
  if (awaits_verb(top())) {
    // "Karim: We will fight": the words before are a heading.
    between_.comma = true;
    if (sheet_.frames.size() > 1 || !top().fronted) close_to(0, item(i).begin);
    open(ClauseKind::main, item(i).end, npos, Relation::root, npos);
    return;
  }
  const std::uint32_t governor = top().verb;
  open(speech ? ClauseKind::complement : ClauseKind::coordinate, item(i).end, governor,
       speech ? Relation::complement : Relation::other, npos);
  previous_ = 0;
}

void Attacher::on_semicolon(Index i) {
  const std::uint32_t governor = sheet_.frames.front().first;
  close_to(1, item(i).begin);
  if (awaits_verb(top())) return;
  open(ClauseKind::coordinate, item(i).end, governor, Relation::conjunct, npos);
  previous_ = 0;
}

// Words in brackets take no part in the sentence: a noun there stands beside the noun before.
Attacher::Index Attacher::skip_brackets(Index i) {
  const Index end = std::min(sheet_.items.size(), i + bracket_reach);
  for (Index k = i + 1; k < end; ++k) {
    if (item(k).kind != ItemKind::close_bracket) continue;
    if (previous_ > 0 && is_kind(i + 1, ItemKind::noun) && is_kind(previous_ - 1, ItemKind::noun)) {
      hang(item(i + 1).head, item(previous_ - 1).head, Relation::apposition);
    }
    return k;
  }
  return i;
}

// "IRBIL, Iraq (AP) — Troops …": the first item behind the dateline.
Attacher::Index Attacher::skip_dateline() {
  const std::uint32_t end =
      desk_.sentences[desk_.tokens[range_.begin].sentence].dateline.tokens.end;
  Index i = 0;
  while (i < sheet_.items.size() && item(i).begin < end) ++i;
  return i;
}

}  // namespace nutgraf
