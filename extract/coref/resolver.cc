#include "extract/coref/resolver.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "extract/coref/antecedents.h"
#include "extract/coref/entities.h"

namespace nutgraf {
namespace {

constexpr std::uint32_t lead_sentences = 4;

// News names late: "The leader of the movement has … Omar Karim's call came …". The role of the
// lead's first person is the first person's that is named in full right after it.
void join_lead(Chains& chains) {
  std::optional<std::uint32_t> role;
  for (std::uint32_t m = 0; m < chains.count(); ++m) {
    const Mention& mention = chains.mention(m);
    if (mention.sentence > lead_sentences) return;
    if (mention.kind != Kind::person || mention.form == Form::pronoun) continue;
    const std::uint32_t chain = chains.of(m);
    if (mention.form == Form::nominal) {
      const MentionNote& note = chains.note(m);
      if (!role && note.actor_class == ActorClass::role &&
          note.determiner == Determiner::definite && chains.at(chain).names.empty()) {
        role = chain;
      }
      continue;
    }
    if (!role || *role == chain) return;
    const Chain& named = chains.at(chain);
    const bool full = named.names.front().find(' ') != std::string::npos;
    const bool genders = named.gender == Gender::unknown ||
                         chains.at(*role).gender == Gender::unknown ||
                         named.gender == chains.at(*role).gender;
    const Arc* arc = outer_arc(chains.analysis(), mention.tokens);
    const bool prominent =
        named.mentions.size() >= 3 || (arc != nullptr && (arc->relation == Relation::subject ||
                                                          arc->relation == Relation::possessor));
    if (full && genders && prominent && named.roles.empty()) chains.merge(chain, *role);
    return;
  }
}

void explain(const Chains& chains, Trace& trace) {
  for (std::uint32_t m = 0; m < chains.count(); ++m) {
    const std::uint32_t chain = chains.of(m);
    if (chain == npos || chains.at(chain).mentions.front() == m) continue;
    Decision decision;
    decision.stage = "coref";
    decision.span = chains.mention(m).span;
    decision.rule = "coref/" + std::string(to_string(chains.mention(m).form));
    const Span first = chains.mention(chains.at(chain).mentions.front()).span;
    decision.reason = "the same as \"" + std::string(cut(chains.analysis().text(), first)) + "\"";
    trace.decisions.push_back(std::move(decision));
  }
}

}  // namespace

Result<Resolver> Resolver::open(const DataFile& data, const Gazetteer& gazetteer) {
  auto lists = CorefLists::open(data);
  if (!lists) return fail(lists.error());
  return Resolver(*lists, gazetteer);
}

void Resolver::resolve(const Analysis& analysis, const std::vector<MentionNote>& notes,
                       Extraction& out, Trace* trace) const {
  Chains chains(analysis, out.mentions, notes);
  chain_names(lists_, chains);
  NominalAntecedents nominals(lists_, chains);
  PronounAntecedents pronouns(lists_, chains);
  std::vector<bool> dropped(out.mentions.size(), false);
  for (std::uint32_t m = 0; m < chains.count(); ++m) {
    if (chains.mention(m).form == Form::nominal) nominals.resolve(m);
    if (chains.mention(m).form == Form::pronoun) dropped[m] = !pronouns.resolve(m);
  }
  join_lead(chains);
  if (trace != nullptr) explain(chains, *trace);
  write_entities(chains, *gazetteer_, dropped, out);
}

}  // namespace nutgraf
