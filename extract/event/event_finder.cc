#include "extract/event/event_finder.h"

#include <algorithm>
#include <utility>

#include "extract/event/event_desk.h"
#include "extract/event/event_trace.h"

namespace nutgraf {
namespace {

// "military aid", "a military offensive": the word tells what kind, not who.
bool only_tells_kind(const EventDesk& work, std::uint32_t head) {
  const Relation relation = work.desk.arc_to(head).relation;
  return (relation == Relation::compound || relation == Relation::adjective) &&
         (work.tables.rules.classes().of(work.token(head).folded) & work.tables.bits.attributive) !=
             0;
}

// The shorter of two mentions with one head is the phrase itself, not a coordination of it.
void index_mentions(EventDesk& work) {
  const auto& mentions = work.out.mentions;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    const std::uint32_t head = mentions[i].head_token;
    if (head == npos || only_tells_kind(work, head)) continue;
    std::uint32_t& known = work.mention_at[head];
    if (known == npos || mentions[i].span.size() < mentions[known].span.size()) known = i;
  }
}

// The parser may take another word of a name for its head than the finder of names did.
void index_names(EventDesk& work) {
  const auto& mentions = work.out.mentions;
  for (std::uint32_t i = 0; i < mentions.size(); ++i) {
    if (mentions[i].form != Form::name) continue;
    for (std::uint32_t k = mentions[i].tokens.begin; k < mentions[i].tokens.end; ++k) {
      if (work.mention_at[k] == npos) work.mention_at[k] = i;
    }
  }
}

void index_times(EventDesk& work) {
  const auto& tokens = work.desk.tokens;
  for (std::uint32_t i = 0; i < work.out.times.size(); ++i) {
    const Span span = work.out.times[i].span;
    auto first = std::lower_bound(
        tokens.begin(), tokens.end(), span.begin,
        [](const Token& token, std::uint32_t begin) { return token.span.end <= begin; });
    for (; first != tokens.end() && first->span.begin < span.end; ++first) {
      work.time_at[static_cast<std::size_t>(first - tokens.begin())] = i;
    }
  }
}

// The day that a dateline tells.
std::optional<Day> day_of_dateline(const EventDesk& work) {
  for (const Sentence& sentence : work.desk.sentences) {
    for (std::uint32_t i = sentence.dateline.day.begin; i < sentence.dateline.day.end; ++i) {
      if (work.time_at[i] == npos) continue;
      const DayRange& range = work.out.times[work.time_at[i]].range;
      if (range.from && range.until && range.from->number + 1 == range.until->number) {
        return range.from;
      }
    }
  }
  return std::nullopt;
}

// "4-1": the goals of a match; a vote has more.
bool is_score(const EventDesk& work, std::uint32_t at) {
  constexpr std::size_t digits = 2;
  if (at + 2 >= work.desk.tokens.size()) return false;
  const auto small = [&](std::uint32_t t) {
    return work.token(t).shape.number && work.token(t).folded.size() <= digits;
  };
  if (at + 3 < work.desk.tokens.size()) {  // "12-15 guards", "3-11-2016"
    const Tag next = work.token(at + 3).tag;
    if (is_common_noun(next) || next == Tag::HYPH) return false;
  }
  const Token& hyphen = work.token(at + 1);
  return small(at) && small(at + 2) && hyphen.folded == "-" && !hyphen.shape.space_before &&
         !work.token(at + 2).shape.space_before &&
         work.token(at).sentence == work.token(at + 2).sentence;
}

void index_sentences(EventDesk& work) {
  work.sentences.assign(work.desk.sentences.size(), 0);
  const WordClasses& classes = work.tables.rules.classes();
  std::vector<bool> scored(work.sentences.size(), false);
  std::vector<bool> voted(work.sentences.size(), false);
  std::string pair;
  for (std::uint32_t t = 0; t < work.desk.tokens.size(); ++t) {
    const Token& token = work.token(t);
    ClassMask& sentence = work.sentences[token.sentence];
    if (is_common_noun(token.tag)) sentence |= classes.of(token.lemma);
    if (is_proper_noun(token.tag) && t > 0 && is_proper_noun(work.token(t - 1).tag)) {
      pair.assign(work.token(t - 1).folded).append(" ").append(token.folded);
      sentence |= classes.of(pair);  // "Champions League"
    }
    voted[token.sentence] =
        voted[token.sentence] ||
        (is_verb(token.tag) && (classes.of(token.lemma) & work.tables.bits.election) != 0);
    scored[token.sentence] = scored[token.sentence] || is_score(work, t);
  }
  for (std::size_t s = 0; s < scored.size(); ++s) {
    const bool election = voted[s] || (work.sentences[s] & work.tables.bits.election) != 0;
    if (scored[s] && !election) work.sentences[s] |= work.tables.bits.sport;
  }
}

}  // namespace

ClassBits::ClassBits(const WordClasses& classes)
    : quantity(classes.find("quantity").value_or(0)),
      weapon(classes.find("weapon").value_or(0)),
      vehicle(classes.find("vehicle").value_or(0)),
      no_verb_event(classes.find("no-verb-event").value_or(0)),
      no_event(classes.find("no-event").value_or(0)),
      planned(classes.find("mod-planned").value_or(0)),
      possible(classes.find("mod-possible").value_or(0)),
      negative(classes.find("mod-negative").value_or(0)),
      prep_at(classes.find("prep-at").value_or(0)),
      prep_from(classes.find("prep-from").value_or(0)),
      prep_to(classes.find("prep-to").value_or(0)),
      prep_with(classes.find("prep-with").value_or(0)),
      other(classes.find("mod-other").value_or(0)),
      body(classes.find("body").value_or(0)),
      building(classes.find("building").value_or(0)),
      acting_place(classes.find("acting-place").value_or(0)),
      negator(classes.find("negator").value_or(0)),
      shell(classes.find("shell").value_or(0)),
      shares_actor(classes.find("shares-actor").value_or(0)),
      hedge(classes.find("hedge").value_or(0)),
      act_of_words(classes.find("act-of-words").value_or(0)),
      range_from(classes.find("range-from").value_or(0)),
      range_until(classes.find("range-until").value_or(0)),
      range_same(classes.find("range-same").value_or(0)),
      condition(classes.find("condition").value_or(0)),
      prep_act(classes.find("prep-act").value_or(0)),
      prep_gerund(classes.find("prep-gerund").value_or(0)),
      prep_noun_act(classes.find("prep-noun-act").value_or(0)),
      prep_asked(classes.find("prep-asked").value_or(0)),
      act_of_force(classes.find("act-of-force").value_or(0)),
      from_doer(classes.find("from-doer").value_or(0)),
      sport(classes.find("sport").value_or(0)),
      election(classes.find("election").value_or(0)),
      attributive(classes.find("attributive").value_or(0)) {}

EventDesk::EventDesk(const Analysis& analysis, Extraction& extraction,
                     const EventTables& read_tables, Trace* ear)
    : desk(analysis), out(extraction), tables(read_tables), trace(ear) {
  const std::size_t count = desk.tokens.size();
  mention_at.assign(count, npos);
  thing_at.assign(count, npos);
  time_at.assign(count, npos);
  draft_at.assign(count, npos);
}

std::uint32_t EventDesk::mention_of(std::uint32_t head) const {
  const WordClasses& classes = tables.rules.classes();
  for (int depth = 0; depth < 3; ++depth) {
    std::uint32_t counted = npos;
    for (const Arc& arc : desk.arcs_from(head)) {
      if (arc.relation != Relation::nominal_modifier || arc.marker == npos) continue;
      // "groups south of Aleppo" are no groups of Aleppo.
      const bool counts = arc.marker == head + 1 && token(arc.marker).folded == "of" && !arc.extra;
      if (counts) counted = arc.dependent;
    }
    const bool goes_down =
        counted != npos && counted != head &&
        (token(head).tag == Tag::CD || (classes.of(lemma(head)) & tables.bits.quantity) != 0);
    // "a member of the parliament" is one person, not the parliament.
    const bool one = mention_at[head] != npos && token(head).tag == Tag::NN &&
                     out.mentions[mention_at[head]].kind == Kind::person;
    if (mention_at[head] != npos && (one || !goes_down)) return mention_at[head];
    if (!goes_down) return named_before(head);
    if (mention_at[counted] == npos && mention_at[head] != npos) return mention_at[head];
    // "one of them, Karim Doss"
    for (const Arc& arc : desk.arcs_from(counted)) {
      const std::uint32_t named = mention_at[arc.dependent];
      if (arc.relation == Relation::apposition && token(counted).tag == Tag::PRP && named != npos &&
          out.mentions[named].form == Form::name) {
        return named;
      }
    }
    head = counted;
  }
  return npos;
}

// "the Islamic State group": the name before a word for a body.
std::uint32_t EventDesk::named_before(std::uint32_t head) const {
  for (const Arc& arc : desk.arcs_from(head)) {
    if (arc.relation != Relation::compound && arc.relation != Relation::apposition) continue;
    const std::uint32_t mention = mention_at[arc.dependent];
    if (mention != npos && out.mentions[mention].form == Form::name &&
        out.mentions[mention].kind != Kind::place) {
      const bool body = (tables.rules.classes().of(lemma(head)) & tables.bits.body) != 0;
      return body ? mention : npos;
    }
  }
  return npos;
}

// Of the noun, of it with the word before it ("car bomb"), and of what it only wraps or counts:
// "mediation efforts", "700 kg of medicine".
ClassMask EventDesk::own_classes(std::uint32_t head) const {
  const WordClasses& classes = tables.rules.classes();
  ClassMask mask = classes.of(lemma(head));
  const bool wraps = (mask & tables.bits.shell) != 0;
  const bool counts = (mask & tables.bits.quantity) != 0;
  for (const Arc& arc : desk.arcs_from(head)) {
    if (arc.relation == Relation::compound || arc.relation == Relation::adjective) {
      if (wraps) mask |= classes.of(lemma(arc.dependent));
      if (arc.dependent + 1 == head) {
        std::string pair(lemma(arc.dependent));
        pair += ' ';
        pair += lemma(head);
        mask |= classes.of(pair);
      }
    } else if (arc.relation == Relation::nominal_modifier && arc.marker != npos &&
               token(arc.marker).folded == "of") {
      if (counts) mask |= classes.of(lemma(arc.dependent));
      if (arc.marker == head + 1 && arc.dependent == head + 2) {
        mask |= classes.of(std::string(lemma(head)) + " of " + std::string(lemma(arc.dependent)));
      }
    }
  }
  return mask;
}

ClassMask EventDesk::classes_of(std::uint32_t head) const {
  const WordClasses& classes = tables.rules.classes();
  const Token& word = token(head);
  ClassMask mask = is_proper_noun(word.tag) ? 0 : own_classes(head);
  const std::uint32_t mention = mention_of(head);
  if (mention != npos) {
    const Mention& found = out.mentions[mention];
    mask |= found.kind == Kind::person  ? WordClasses::person
            : found.kind == Kind::group ? WordClasses::group
                                        : WordClasses::place;
    if (found.form == Form::name) mask |= WordClasses::name;
    // "dozens of protesters": what is counted tells the class.
    if (found.head_token != npos && found.head_token != head && found.form == Form::nominal) {
      mask |= classes.of(lemma(found.head_token));
    }
  } else if (word.tag == Tag::CD) {
    mask |= WordClasses::group;  // "twelve were arrested"
  }
  return mask;
}

void EventDesk::tell(const Draft& draft, bool taken, std::string_view rule,
                     std::string_view reason) const {
  if (trace == nullptr) return;
  trace->decisions.push_back(
      {"event", token(draft.token).span, taken, std::string(rule), std::string(reason)});
}

Result<EventFinder> EventFinder::open(const DataFile& data, const Lexicon& lexicon,
                                      const std::vector<std::string>& rule_folders) {
  auto rules = RuleBook::open(data, rule_folders);
  if (!rules) return fail(rules.error());
  const auto words = EventLexicon::open(data);
  if (!words) return fail(words.error());
  return EventFinder(std::move(*rules), *words, lexicon);
}

void EventFinder::find(const Analysis& desk, Extraction& out, Trace* trace) const {
  const ClassBits bits(rules_.classes());
  const EventTables tables{rules_, bits, words_, *lexicon_};
  EventDesk work(desk, out, tables, trace);
  index_mentions(work);
  index_names(work);
  index_times(work);
  work.published = desk.report().date ? desk.report().date : day_of_dateline(work);
  index_sentences(work);
  find_things(work);
  find_triggers(work);
  find_arguments(work);
  join_arguments(work);
  find_frames(work);
  look_within(work);
  settle_light_verbs(work);
  find_doers(work);
  find_parties(work);
  find_factuality(work);
  read_into_types(work);
  find_sources(work);
  find_places(work);
  find_dates(work);
  find_casualties(work);
  find_chains(work);
  find_references(work);
  find_relative_dates(work);
  find_scores(work);
  if (trace != nullptr) tell_attachments(work);
  find_memberships(work);
  write_events(work);
}

}  // namespace nutgraf
