#include "extract/names/nominal_reader.h"

#include <utility>

namespace nutgraf {
namespace {

constexpr int surely_person = 600;  // of 1000: share of a noun's senses
constexpr int surely_group = 750;
constexpr int surely_act = 600;

Span span_of(const Analysis& analysis, TokenRange tokens) {
  return {analysis.tokens[tokens.begin].span.begin, analysis.tokens[tokens.end - 1].span.end};
}

}  // namespace

NominalReader::NominalReader(const NameLists& lists, const Lexicon& lexicon,
                             const Gazetteer& gazetteer, const Analysis& analysis,
                             const NamedTokens& named)
    : lists_(lists), lexicon_(lexicon), gazetteer_(gazetteer), analysis_(analysis), named_(named) {}

void NominalReader::read(std::vector<FoundMention>& found) {
  for (std::uint32_t g = 0; g < analysis_.noun_groups.size(); ++g) {
    read_noun_group(g, found);
    read_event_demonym(g, found);
    read_event_actor(g, found);
  }
  for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t) read_pronoun(t, found);
}

void NominalReader::emit(TokenRange tokens, std::uint32_t head, Kind kind, Form form,
                         std::string_view rule, MentionNote note,
                         std::vector<FoundMention>& found) const {
  FoundMention& made = found.emplace_back();
  made.mention.span = span_of(analysis_, tokens);
  made.mention.head = analysis_.tokens[head].span;
  made.mention.kind = kind;
  made.mention.form = form;
  made.mention.sentence = analysis_.tokens[head].sentence;
  made.mention.tokens = tokens;
  made.mention.head_token = head;
  made.mention.rule = rule;
  made.note = std::move(note);
}

std::optional<Demonym> NominalReader::demonym_at(std::uint32_t token) {
  const Token& t = analysis_.tokens[token];
  if (!t.shape.capitalised) return std::nullopt;
  const std::string_view key = name_key(t.folded, scratch_);
  if (const auto one = lists_.demonym(key)) return one;
  if (token == 0) return std::nullopt;
  const std::string two = std::string(analysis_.tokens[token - 1].folded) + " " + std::string(key);
  return lists_.demonym(two);
}

std::string_view NominalReader::country_in(TokenRange tokens) {
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const auto demonym = demonym_at(t);
    if (demonym && !demonym->country.empty()) return demonym->country;
    if (!is_named(t)) continue;
    const NameFacts facts = gazetteer_.facts(name_key(analysis_.tokens[t].folded, scratch_));
    if (facts.places == 0 || facts.feature != Feature::country) continue;
    const auto rows = gazetteer_.find(name_key(analysis_.tokens[t].folded, scratch_));
    if (!rows.empty()) return gazetteer_.country(rows.front().row);
  }
  return {};
}

// What the head noun says: by our list, else by WordNet's classes.
std::optional<ActorNoun> NominalReader::actor_of(std::uint32_t token, bool plural) {
  const Token& head = analysis_.tokens[token];
  std::optional<ActorNoun> actor;
  // "radio station", "presidential guard"
  if (token > 0 &&
      (is_noun(analysis_.tokens[token - 1].tag) || is_adjective(analysis_.tokens[token - 1].tag))) {
    pair_.assign(analysis_.tokens[token - 1].folded).append("-").append(head.lemma);
    actor = lists_.actor(pair_);
  }
  if (!actor) actor = lists_.actor(head.lemma);
  if (!actor && is_proper_noun(head.tag) && head.folded.ends_with('s')) {
    actor = lists_.actor(head.folded.substr(0, head.folded.size() - 1));
  }
  if (actor && actor->actor_class == ActorClass::never) return std::nullopt;
  if (!actor && is_common_noun(head.tag)) {
    const WordId lemma = lexicon_.lemma_of(head);
    if (lexicon_.noun_share(lemma, NounClass::person) >= surely_person) {
      actor = ActorNoun{Kind::person, Gender::unknown, ActorClass::person, 0};
    } else if (lexicon_.noun_share(lemma, NounClass::group) >= surely_group) {
      actor = ActorNoun{Kind::group, Gender::unknown, ActorClass::body, 0};
    }
  }
  if (actor && actor->kind == Kind::person && plural) actor->kind = Kind::group;
  return actor;
}

// "Iraqis", "an Iraqi", "the Kurds": nationals and believers.
std::optional<ActorNoun> NominalReader::demonym_actor(const NounGroup& group) {
  const auto demonym = demonym_at(group.head);
  if (!demonym) return std::nullopt;
  const bool determined = group.determiner == Determiner::indefinite ||
                          group.determiner == Determiner::quantifier || group.count.has_value();
  if (demonym->many && (group.plural || group.determiner == Determiner::definite ||
                        analysis_.tokens[group.head].folded.ends_with('s'))) {
    return ActorNoun{Kind::group, Gender::unknown, ActorClass::unit, 0};
  }
  if (demonym->one && (determined || group.determiner == Determiner::definite)) {
    return ActorNoun{Kind::person, Gender::unknown, ActorClass::person, 0};
  }
  return std::nullopt;
}

// "the Islamic State group": the noun adds nothing to the name before it.
bool NominalReader::named_body_before(const NounGroup& group) const {
  return group.head > group.tokens.begin && named_[group.head - 1] == TokenName::group &&
         lists_.context(analysis_.tokens[group.head].folded, ContextClass::restates);
}

// "a state of emergency": nobody and no land.
bool NominalReader::of_abstract(const NounGroup& group) const {
  const std::uint32_t of = group.head + 1;
  return of + 1 < analysis_.tokens.size() && analysis_.tokens[of].folded == "of" &&
         lists_.context(analysis_.tokens[of + 1].folded, ContextClass::abstract);
}

// "the County Sheriff's Deputy Juan Doss": the post belongs to the title.
bool NominalReader::part_of_title(const NounGroup& group) const {
  if (group.head + 2 >= analysis_.tokens.size() ||
      !is_proper_noun(analysis_.tokens[group.head].tag))
    return false;
  const Token& next = analysis_.tokens[group.head + 2];
  return analysis_.tokens[group.head + 1].tag == Tag::POS && is_proper_noun(next.tag) &&
         lists_.title(next.folded).has_value();
}

// "Acme's rival, Boeing", "Boeing is a rival of Acme": whether a group is named to be what the noun
// says.
bool NominalReader::told_of_group(const NounGroup& group) const {
  const Arc& up = analysis_.arc_to(group.head);
  const auto named_group = [&](std::uint32_t token) {
    return token != npos && named_[token] == TokenName::group;
  };
  if (up.relation == Relation::apposition && named_group(up.governor)) return true;
  bool copula = false;
  std::uint32_t subject = npos;
  for (const Arc& arc : analysis_.arcs_from(group.head)) {
    if (arc.relation == Relation::apposition && named_group(arc.dependent)) return true;
    if (arc.relation == Relation::subject) subject = arc.dependent;
    copula = copula || arc.relation == Relation::copula;
  }
  return copula && named_group(subject);
}

// "It was not clear when …", "it seems that …".
bool NominalReader::expletive(std::uint32_t token) const {
  const auto& tokens = analysis_.tokens;
  if (tokens[token].folded != "it") return false;
  std::uint32_t at = token + 1;
  const auto skip_adverbs = [&] {
    while (at < tokens.size() && (is_adverb(tokens[at].tag) || tokens[at].tag == Tag::MD)) ++at;
  };
  skip_adverbs();
  if (at >= tokens.size()) return false;
  if (lists_.context(tokens[at].lemma, ContextClass::seeming)) {
    return at + 1 < tokens.size() &&
           lists_.context(tokens[at + 1].folded, ContextClass::seeming_clause);
  }
  if (tokens[at].lemma != "be" && tokens[at].lemma != "become") return false;
  ++at;
  skip_adverbs();
  if (at < tokens.size() && tokens[at].lemma == "be") ++at;
  skip_adverbs();
  if (at + 1 >= tokens.size()) return false;
  const bool weather = lists_.context(tokens[at].lemma, ContextClass::weather);
  if (tokens[at].tag == Tag::CD || weather) return true;
  if (!is_adjective(tokens[at].tag) && tokens[at].tag != Tag::VBN &&
      !is_common_noun(tokens[at].tag)) {
    return false;
  }
  return lists_.context(tokens[at + 1].folded, ContextClass::clause_start);
}

// "Five were killed", "police arrested 20", "30 others were wounded", "many fled": a count without
// its noun, of people by what befalls them; "two of them" are told by what follows.
bool NominalReader::counts_people(const NounGroup& group) const {
  const Token& head = analysis_.tokens[group.head];
  const bool figure = group.count && head.tag == Tag::CD;
  if (!figure && !lists_.context(head.folded, ContextClass::counting)) return false;
  for (const Arc& arc : analysis_.arcs_from(group.head)) {
    const bool of = arc.marker != npos && analysis_.tokens[arc.marker].folded == "of";
    if (arc.relation == Relation::nominal_modifier && of) return false;
  }
  const Arc& up = analysis_.arc_to(group.head);
  if (up.relation != Relation::subject && up.relation != Relation::passive_subject &&
      up.relation != Relation::object) {
    return false;
  }
  return lists_.context(analysis_.tokens[up.governor].lemma, ContextClass::befalls);
}

void NominalReader::read_noun_group(std::uint32_t index, std::vector<FoundMention>& found) {
  const NounGroup& group = analysis_.noun_groups[index];
  if (group.head == npos || group.pronoun || group.temporal || is_named(group.head)) return;
  if (group.determiner == Determiner::negative || group.determiner == Determiner::interrogative) {
    return;
  }
  std::optional<ActorNoun> actor = demonym_actor(group);
  std::string_view rule = "nominals/demonym";
  if (!actor) {
    actor = actor_of(group.head, group.plural);
    rule = "nominals/head-noun";
  }
  if (group.head > group.tokens.begin && named_[group.head - 1] == TokenName::place &&
      lists_.context(analysis_.tokens[group.head].folded, ContextClass::land)) {
    actor = ActorNoun{Kind::place, Gender::unknown, ActorClass::place, 0};  // Borno state
  }
  if (!actor && counts_people(group)) {
    const bool one = group.count && group.count->min == 1 && group.count->max == 1;
    actor = ActorNoun{one ? Kind::person : Kind::group, Gender::unknown, ActorClass::unit, 0};
    rule = "nominals/count";
  }
  if (!actor || actor->actor_class == ActorClass::loose || of_abstract(group)) return;
  if (actor->kind == Kind::person && actor->actor_class == ActorClass::person &&
      actor->gender == Gender::unknown && told_of_group(group)) {
    *actor = {Kind::group, Gender::unknown, ActorClass::body, 0};
  }
  TokenRange tokens = group.tokens;
  // The possessor belongs to the phrase: "his fighters", "the militia's raid".
  if (group.possessor != npos) {
    const TokenRange before = analysis_.noun_groups[group.possessor].tokens;
    if (before.begin < tokens.begin && tokens.begin - before.end <= 1) tokens.begin = before.begin;
  }
  if (named_body_before(group) || part_of_title(group)) return;
  // "took place", "at home", "by land": a bare singular is no described place.
  const bool bare = group.determiner == Determiner::none && tokens.size() == 1 && !group.plural;
  if (bare && actor->kind == Kind::place && !demonym_at(group.head)) return;
  MentionNote note;
  if (actor->actor_class == ActorClass::role) note.role = analysis_.tokens[group.head].lemma;
  note.country = country_in(tokens);
  note.gender = actor->gender;
  note.actor_class = actor->actor_class;
  note.determiner = group.determiner;
  note.plural = group.plural;
  note.noun_group = index;
  emit(tokens, group.head, actor->kind, Form::nominal, rule, std::move(note), found);
  if (group.count && (group.plural || actor->kind == Kind::person)) {
    found.back().mention.number = group.count;
  }
}

bool NominalReader::names_act(std::uint32_t token) const {
  const Token& noun = analysis_.tokens[token];
  if (!is_common_noun(noun.tag)) return false;
  const WordId lemma = lexicon_.lemma_of(noun);
  const int share =
      lexicon_.noun_share(lemma, NounClass::act) + lexicon_.noun_share(lemma, NounClass::event);
  return share >= surely_act ||
         (share * 2 >= surely_act && !lexicon_.nominalised_verb(lemma).empty());
}

// "Israeli raid": the demonym stands for the country that acts (convention 5).
void NominalReader::read_event_demonym(std::uint32_t index, std::vector<FoundMention>& found) {
  const NounGroup& group = analysis_.noun_groups[index];
  if (group.head == npos || is_named(group.head) || !names_act(group.head)) return;
  if (lists_.actor(analysis_.tokens[group.head].lemma)) return;
  for (std::uint32_t t = group.tokens.begin; t < group.head; ++t) {
    const auto demonym = demonym_at(t);
    if (is_named(t) || !demonym || !demonym->adjective || demonym->country.empty()) continue;
    MentionNote note;
    note.country = demonym->country;
    note.actor_class = ActorClass::body;
    TokenRange tokens{t, t + 1};
    if (!lists_.demonym(name_key(analysis_.tokens[t].folded, scratch_))) --tokens.begin;
    emit(tokens, t, Kind::group, Form::nominal, "nominals/demonym-of-event", std::move(note),
         found);
    return;
  }
}

// "a rebel attack", "coalition air strikes": who acts, as a noun before the event.
void NominalReader::read_event_actor(std::uint32_t index, std::vector<FoundMention>& found) {
  const NounGroup& group = analysis_.noun_groups[index];
  if (group.head == npos || is_named(group.head)) return;
  if (!names_act(group.head) &&
      !lists_.context(analysis_.tokens[group.head].lemma, ContextClass::act_noun)) {
    return;
  }
  for (std::uint32_t t = group.tokens.begin; t < group.head; ++t) {
    const Token& token = analysis_.tokens[t];
    if ((!is_common_noun(token.tag) && !is_adjective(token.tag)) || is_named(t)) continue;
    if (!lists_.context(token.lemma, ContextClass::acts_before)) continue;
    if (t + 1 < group.head && lists_.actor(analysis_.tokens[t + 1].lemma)) return;
    MentionNote note;
    note.actor_class = ActorClass::unit;
    note.plural = true;
    emit({t, t + 1}, t, Kind::group, Form::nominal, "nominals/actor-of-event", std::move(note),
         found);
    return;
  }
}

void NominalReader::read_pronoun(std::uint32_t token, std::vector<FoundMention>& found) {
  const Token& t = analysis_.tokens[token];
  if (t.tag != Tag::PRP && t.tag != Tag::PRPS) return;
  if (is_named(token) || !lists_.context(t.folded, ContextClass::pronoun)) return;
  const Arc& arc = analysis_.arc_to(token);
  if (arc.relation == Relation::expletive || expletive(token)) return;
  const bool several = lists_.context(t.folded, ContextClass::several);
  MentionNote note;
  note.plural = several && !t.folded.starts_with("it");
  if (lists_.context(t.folded, ContextClass::he)) note.gender = Gender::male;
  if (lists_.context(t.folded, ContextClass::she)) note.gender = Gender::female;
  emit({token, token + 1}, token, several ? Kind::group : Kind::person, Form::pronoun,
       "pronouns/list", std::move(note), found);
}

}  // namespace nutgraf
