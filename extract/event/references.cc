// Nouns that name a deed without telling it: before another noun ("the murder charge"), within what
// names somebody ("the bombing suspect"), in a headline's capitals, and names of events. Also
// adjectives that stand for a deed ("found guilty"), and "according to", which stands for a saying.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

// From this share of WordNet's senses in noun.act and noun.event, in thousandths, a noun without a
// row in event-nouns.txt names a deed. It need not tell one, so less is asked than of a trigger.
constexpr int half_of_the_senses = 500;

class References {
 public:
  explicit References(EventDesk& work) : work_(work), in_name_(work.desk.tokens.size()) {
    for (const Mention& mention : work_.out.mentions) {
      if (mention.form != Form::name) continue;
      std::fill(in_name_.begin() + mention.tokens.begin, in_name_.begin() + mention.tokens.end,
                true);
    }
    for (std::uint32_t i = 0; i < work_.drafts.size(); ++i) {
      const Event& event = work_.drafts[i].event;
      next_ = std::max(next_, event.chain + 1);
      if (!event.deed.empty()) tellings_[event.deed].push_back(i);
    }
  }

  void find() {
    for (std::uint32_t i = 0; i < work_.desk.tokens.size(); ++i) {
      const SentenceKind kind = work_.desk.sentences[work_.token(i).sentence].kind;
      if (kind == SentenceKind::dateline || kind == SentenceKind::byline) continue;
      if (is_state(i)) add({i, i + 1}, work_.token(i).lemma);
      if (names_saying(i)) add_saying(i);
      if (!is_noun(work_.token(i).tag) || in_name_[i] || work_.time_at[i] != npos) continue;
      const std::uint32_t end = event_name(i);
      if (end != npos) {
        add({i, end}, key_);
        i = end - 1;
      } else if (names_one(i)) {
        add({i, i + 1}, work_.token(i).lemma);
      }
    }
  }

 private:
  // The end of the longest name of an event that begins here, its words in `key_`; npos: none does.
  std::uint32_t event_name(std::uint32_t begin) {
    if (!is_proper_noun(work_.token(begin).tag)) return npos;
    const std::uint32_t sentence_end = work_.desk.sentences[work_.token(begin).sentence].tokens.end;
    const std::uint32_t last = std::min<std::uint32_t>(
        sentence_end, begin + static_cast<std::uint32_t>(EventLexicon::longest_event_name));
    std::uint32_t found = npos;
    std::size_t size = 0;
    key_.clear();
    for (std::uint32_t i = begin; i < last && !in_name_[i]; ++i) {
      if (i > begin) key_ += ' ';
      key_ += work_.token(i).folded;
      if (!work_.tables.words.is_event_name(key_)) continue;
      found = i + 1;
      size = key_.size();
    }
    key_.resize(size);
    return found;
  }

  // "found dead", "guilty": an adjective that stands for a deed, and not before a noun.
  bool is_state(std::uint32_t index) const {
    const Token& token = work_.token(index);
    if (!is_adjective(token.tag) && token.tag != Tag::RB) return false;
    if (work_.draft_at[index] != npos || in_name_[index]) return false;
    if (work_.desk.arc_to(index).relation == Relation::adjective) return false;
    return !work_.tables.words.deed_family(EventForm::adjective, token.lemma).empty();
  }

  // "according to the mayor", not "according to plan".
  bool names_saying(std::uint32_t index) const {
    const TokenRange sentence = work_.desk.sentences[work_.token(index).sentence].tokens;
    if (index + 2 >= sentence.end || work_.token(index).folded != "according") return false;
    if (work_.token(index + 1).folded != "to" || work_.draft_at[index] != npos) return false;
    const std::uint32_t group = work_.desk.noun_group_of[index + 2];
    if (group == npos) return false;
    const std::uint32_t source = work_.mention_of(work_.desk.noun_groups[group].head);
    return source != npos && work_.out.mentions[source].kind != Kind::place;
  }

  // Its saying is told nowhere else.
  void add_saying(std::uint32_t index) {
    Reference reference;
    reference.span = {work_.token(index).span.begin, work_.token(index + 1).span.end};
    reference.sentence = work_.token(index).sentence;
    reference.lemma = "say";
    reference.chain = next_++;
    work_.out.references.push_back(std::move(reference));
  }

  // Those that are told stand in a draft; so what is left stands before a noun or is read as a
  // name.
  bool names_one(std::uint32_t index) const {
    if (work_.draft_at[index] != npos || work_.mention_at[index] != npos) return false;
    const Token& token = work_.token(index);
    const NounRow row = work_.tables.words.noun(token.lemma);
    if (is_proper_noun(token.tag)) return row.event == IsEvent::yes;
    if (row.event == IsEvent::unknown && work_.thing_at[index] == npos) {
      const WordId lemma = work_.tables.lexicon.lemma_of(token);
      const int share = work_.tables.lexicon.noun_share(lemma, NounClass::act) +
                        work_.tables.lexicon.noun_share(lemma, NounClass::event);
      if (share >= half_of_the_senses) return true;
    }
    return names_a_deed(work_.tables, row, token);
  }

  // The deed's nearest telling before the words, else the first one after them.
  std::uint32_t chain_of(const std::string& deed, std::uint32_t begin) {
    const auto told = tellings_.find(deed);
    if (told != tellings_.end()) {
      std::uint32_t best = told->second.front();
      for (const std::uint32_t draft : told->second) {
        if (work_.drafts[draft].event.span.begin < begin) best = draft;
      }
      return work_.drafts[best].event.chain;
    }
    const auto [own, fresh] = own_chains_.try_emplace(deed, next_);
    if (fresh) ++next_;
    return own->second;
  }

  void add(TokenRange tokens, std::string_view lemma) {
    Reference reference;
    reference.span = {work_.token(tokens.begin).span.begin, work_.token(tokens.end - 1).span.end};
    reference.sentence = work_.token(tokens.begin).sentence;
    reference.lemma = std::string(lemma);
    reference.deed =
        deed_of(work_.tables.words, EventForm::noun, lemma, work_.tables.words.noun(lemma));
    if (reference.deed.empty()) return;
    reference.chain = chain_of(reference.deed, reference.span.begin);
    work_.out.references.push_back(std::move(reference));
  }

  EventDesk& work_;
  std::vector<bool> in_name_;
  std::unordered_map<std::string, std::vector<std::uint32_t>>
      tellings_;  // drafts by deed, in order
  std::unordered_map<std::string, std::uint32_t> own_chains_;
  std::uint32_t next_ = 0;
  std::string key_;
};

}  // namespace

void find_references(EventDesk& work) { References(work).find(); }

}  // namespace nutgraf
