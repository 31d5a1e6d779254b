// Who belongs to which named group: "the FBI agent", "a spokesman of the ministry", "FBI agent Jan
// Lund". A noun that stands for those who belong (data/lexicon/en/member-nouns.txt) heads the
// mention, or stands before the name; the group is a name beside it.
#include <algorithm>

#include "extract/event/event_desk.h"

namespace nutgraf {
namespace {

class Memberships {
 public:
  explicit Memberships(EventDesk& work) : work_(work), group_at_(work.desk.tokens.size(), npos) {
    for (std::uint32_t m = 0; m < work_.out.mentions.size(); ++m) {
      const Mention& mention = work_.out.mentions[m];
      if (mention.form != Form::name || mention.kind != Kind::group) continue;
      std::fill(group_at_.begin() + mention.tokens.begin, group_at_.begin() + mention.tokens.end,
                m);
    }
  }

  void find() {
    for (std::uint32_t m = 0; m < work_.out.mentions.size(); ++m) {
      const Mention& mention = work_.out.mentions[m];
      if (mention.kind == Kind::place || mention.form == Form::pronoun) continue;
      if (mention.head_token == npos) continue;
      if (belongs(mention.head_token)) beside(m, mention.head_token);
      if (mention.form == Form::name && mention.kind == Kind::person) before(m);
    }
    std::vector<Membership>& out = work_.out.memberships;
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
  }

 private:
  bool belongs(std::uint32_t token) const {
    const Token& word = work_.token(token);
    return is_noun(word.tag) && (work_.tables.words.is_member_noun(word.lemma) ||
                                 work_.tables.words.is_member_noun(word.folded));
  }

  // "of the Front", "the Front's", "Front": words that hang on the noun.
  void beside(std::uint32_t member, std::uint32_t head) {
    for (const Arc& arc : work_.desk.arcs_from(head)) {
      const bool before = arc.relation == Relation::compound ||
                          arc.relation == Relation::possessor ||
                          arc.relation == Relation::name_part;
      const bool behind = arc.relation == Relation::nominal_modifier && arc.marker != npos &&
                          work_.tables.words.is_member_preposition(work_.token(arc.marker).folded);
      if (before || behind) add(member, group_at_[arc.dependent]);
    }
  }

  // "the Front's spokesman Jan Lund", "FBI agent Jan Lund".
  void before(std::uint32_t member) {
    const Mention& mention = work_.out.mentions[member];
    const std::uint32_t begin = work_.desk.sentences[mention.sentence].tokens.begin;
    std::uint32_t at = mention.tokens.begin;
    bool role = false;
    while (at > begin && group_at_[at - 1] == npos) {
      const Token& word = work_.token(at - 1);
      if (word.tag == Tag::POS) {
        if (!role) return;
      } else if (is_noun(word.tag) || is_adjective(word.tag)) {
        role = role || belongs(at - 1);
      } else {
        return;
      }
      --at;
    }
    if (role && at > begin) add(member, group_at_[at - 1]);
  }

  void add(std::uint32_t member, std::uint32_t group) {
    if (group == npos || member == group) return;
    if (work_.out.mentions[member].entity == work_.out.mentions[group].entity) return;
    work_.out.memberships.push_back({member, group});
  }

  EventDesk& work_;
  std::vector<std::uint32_t> group_at_;  // by token: the mention of a named group that holds it
};

}  // namespace

void find_memberships(EventDesk& work) { Memberships(work).find(); }

}  // namespace nutgraf
