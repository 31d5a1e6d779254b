#include "extract/syntax/arc_writer.h"

namespace nutgraf {
namespace {

constexpr int deepest = 16;

// Relations that a noun's conjuncts have too.
bool is_shared(Relation relation) {
  switch (relation) {
    case Relation::subject:
    case Relation::passive_subject:
    case Relation::agent:
    case Relation::object:
    case Relation::indirect_object:
    case Relation::oblique:
    case Relation::nominal_modifier:
    case Relation::possessor:
      return true;
    default:
      return false;
  }
}

}  // namespace

void ArcWriter::note(TokenRange sentence) {
  for (std::uint32_t t = sentence.end; t-- > sentence.begin;) {
    const std::uint32_t governor = sheet_.governor[t];
    if (governor == npos) continue;
    switch (sheet_.relation[t]) {
      case Relation::subject:
      case Relation::passive_subject:
        sheet_.subject_of[governor] = t;
        break;
      case Relation::object:
      case Relation::indirect_object:
        sheet_.object_of[governor] = t;
        break;
      case Relation::oblique:
        if (sheet_.object_of[governor] == npos && sheet_.marker[t] != npos &&
            lists_.verb(desk_.tokens[governor].lemma).has(Trait::oblique_infinitive)) {
          sheet_.object_of[governor] = t;
        }
        break;
      case Relation::conjunct:
        sheet_.conjunct_of[t] = sheet_.conjunct_of[governor];
        sheet_.conjunct_of[governor] = t;
        break;
      default:
        break;
    }
  }
}

bool ArcWriter::passive(std::uint32_t verb) const {
  const std::uint32_t group = desk_.verb_group_of[verb];
  return group != npos && desk_.verb_groups[group].head == verb &&
         desk_.verb_groups[group].voice == Voice::passive;
}

// The verb of a clause, or the predicate that took its place.
std::uint32_t ArcWriter::clause_head(const Clause& clause) const {
  if (clause.verb_group == npos) return npos;
  const std::uint32_t verb = desk_.verb_groups[clause.verb_group].head;
  return sheet_.becomes[verb] == npos ? verb : sheet_.becomes[verb];
}

void ArcWriter::add(std::uint32_t governor, std::uint32_t dependent, Relation relation, bool extra,
                    std::uint32_t marker) {
  desk_.arcs.push_back({governor, dependent, relation, extra, marker});
  if (!is_shared(relation) || sheet_.relation[dependent] == Relation::conjunct) return;
  for (std::uint32_t t = sheet_.conjunct_of[dependent]; t != npos; t = sheet_.conjunct_of[t]) {
    if (desk_.verb_group_of[t] == npos) desk_.arcs.push_back({governor, t, relation, true, marker});
  }
}

// Who holds "plan" in "the rebels' plan to leave", "rebels made a plan to leave".
std::uint32_t ArcWriter::noun_holder(std::uint32_t noun, int depth) const {
  // "the first man to climb": the noun itself, unless it names what is to be done.
  if (!lists_.noun(desk_.tokens[noun].lemma).has(Trait::infinitive)) return noun;
  if (sheet_.subject_of[noun] != npos) return sheet_.subject_of[noun];
  const std::uint32_t group = desk_.noun_group_of[noun];
  if (group == npos) return npos;
  const NounGroup& plan = desk_.noun_groups[group];
  if (plan.possessor != npos) return desk_.noun_groups[plan.possessor].head;
  for (std::uint32_t t = plan.tokens.begin; t < noun; ++t) {
    if (desk_.tokens[t].tag == Tag::PRPS) return t;
  }
  const std::uint32_t verb = sheet_.governor[noun];
  const bool done = sheet_.relation[noun] == Relation::object && verb != npos &&
                    lists_.verb(desk_.tokens[verb].lemma).has(Trait::light);
  if (done) return subject(verb, depth + 1);
  return npos;
}

// The subject of a verb without a subject of its own that hangs on `governor`.
std::uint32_t ArcWriter::governed_subject(std::uint32_t verb, std::uint32_t governor,
                                          int depth) const {
  const std::uint32_t group = desk_.verb_group_of[governor];
  if (group == npos || desk_.verb_groups[group].head != governor) {
    return subject(governor, depth + 1);
  }
  const Traits traits = lists_.verb(desk_.tokens[governor].lemma);
  const std::uint32_t object = sheet_.object_of[governor];
  const VerbGroup& own = desk_.verb_groups[desk_.verb_group_of[verb]];
  const bool infinitive = own.infinitive;
  const bool of_object = infinitive ? traits.has(Trait::object_infinitive) ||
                                          traits.has(Trait::bare_infinitive) ||
                                          traits.has(Trait::oblique_infinitive)
                                    : traits.has(Trait::object_gerund);
  const bool marked = sheet_.marker[verb] != npos;
  const bool by_object = of_object && object != npos && object < verb && !passive(governor) &&
                         (infinitive ? sheet_.relation[verb] == Relation::complement
                                     : marked || sheet_.relation[verb] == Relation::complement);
  return by_object ? object : subject(governor, depth + 1);
}

std::uint32_t ArcWriter::subject(std::uint32_t verb, int depth) const {
  if (depth > deepest || verb == npos) return npos;
  if (sheet_.subject_of[verb] != npos) {
    const std::uint32_t own = sheet_.subject_of[verb];
    const Tag tag = desk_.tokens[own].tag;
    const bool relative = tag == Tag::WDT || tag == Tag::WP || tag == Tag::IN;
    return relative && sheet_.relation[verb] == Relation::relative_clause ? sheet_.governor[verb]
                                                                          : own;
  }
  const std::uint32_t governor = sheet_.governor[verb];
  if (governor == npos || desk_.verb_group_of[verb] == npos) return npos;
  switch (sheet_.relation[verb]) {
    case Relation::conjunct:
      return subject(governor, depth + 1);
    case Relation::participial_clause:
      if (desk_.noun_group_of[governor] != npos && sheet_.marker[verb] == npos &&
          sheet_.subject_of[governor] == npos) {
        return governor;
      }
      if (desk_.noun_group_of[governor] != npos) {
        // "conditions for ending the war" tells nobody who ends it.
        if (!lists_.noun(desk_.tokens[governor].lemma).has(Trait::infinitive)) {
          return sheet_.subject_of[governor];
        }
        return sheet_.subject_of[governor] != npos ? sheet_.subject_of[governor]
                                                   : noun_holder(governor, depth);
      }
      return governed_subject(verb, governor, depth);
    case Relation::complement:
    case Relation::adverbial_clause: {
      const VerbGroup& group = desk_.verb_groups[desk_.verb_group_of[verb]];
      if (group.finite) return npos;
      if (desk_.noun_group_of[governor] != npos && group.infinitive &&
          sheet_.relation[verb] == Relation::complement) {
        return noun_holder(governor, depth);
      }
      return governed_subject(verb, governor, depth);
    }
    default:
      return npos;
  }
}

// "the town that fell", "the town the rebels took", "the town where": the noun plays the pronoun's
// part.
void ArcWriter::relative(const Clause& clause, std::uint32_t verb) {
  const std::uint32_t noun = clause.governor;
  const std::uint32_t pronoun = clause.marker;
  if (noun == npos) return;
  if (pronoun == npos) {
    if (sheet_.object_of[verb] == npos) add(verb, noun, Relation::object, true, npos);
    return;
  }
  const Relation relation = sheet_.relation[pronoun];
  if (desk_.tokens[pronoun].tag == Tag::WRB) {
    add(verb, noun, Relation::oblique, true, pronoun);
  } else if (is_shared(relation)) {
    add(sheet_.governor[pronoun], noun, relation, true, sheet_.marker[pronoun]);
  }
}

void ArcWriter::write(TokenRange sentence, std::size_t first_clause, std::size_t end_clause) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    add(sheet_.governor[t], t, sheet_.relation[t], false, sheet_.marker[t]);
  }
  for (std::size_t i = first_clause; i < end_clause; ++i) {
    const Clause& clause = desk_.clauses[i];
    const std::uint32_t verb = clause_head(clause);
    if (verb == npos) continue;
    if (clause.kind == ClauseKind::relative) relative(clause, verb);
    if (sheet_.subject_of[verb] != npos) continue;
    const std::uint32_t shared = subject(verb);
    if (shared == npos || shared == verb) continue;
    add(verb, shared, passive(verb) ? Relation::passive_subject : Relation::subject, true, npos);
  }
}

}  // namespace nutgraf
