#include <algorithm>
#include <string_view>

#include "extract/place/gazetteer_compiler.h"
#include "extract/text/fold.h"

namespace nutgraf {
namespace {

void add(std::vector<std::string>& keys, std::string key) {
  if (key.empty() || std::find(keys.begin(), keys.end(), key) != keys.end()) return;
  keys.push_back(std::move(key));
}

// The key without apostrophes, and with "st" for "saint" and so on.
void add_spellings(const GazetteerTables& tables, const std::string& key,
                   std::vector<std::string>& keys) {
  add(keys, key);
  std::string plain = key;
  std::erase(plain, '\'');
  for (const auto& [longer, shorter] : tables.first_words) {
    for (const auto& [from, to] : {std::pair(longer, shorter), std::pair(shorter, longer)}) {
      if (plain.size() > from.size() && plain.starts_with(from) && plain[from.size()] == ' ')
        add(keys, to + plain.substr(from.size()));
    }
  }
  add(keys, std::move(plain));
}

void add_without_article(const std::vector<std::string>& articles, const std::string& key,
                         std::vector<std::string>& keys) {
  for (const std::string& article : articles) {
    if (key.size() > article.size() + 3 && key.starts_with(article) && key[article.size()] == ' ')
      add(keys, key.substr(article.size() + 1));
  }
}

// "lviv oblast" gives "lviv" as another name; "nineveh" gives "nineveh province", … as its own.
void add_division_words(const GazetteerTables& tables, const std::string& key,
                        std::vector<std::string>& keys, std::vector<std::string>& bare_keys) {
  std::string bare = key;
  for (const std::string& word : tables.division_words) {
    const std::string before = word + " of ";
    const std::string after = " " + word;
    if (key.size() > after.size() + 2 && key.ends_with(after)) {
      bare = key.substr(0, key.size() - after.size());
    } else if (key.starts_with(before)) {
      bare = key.substr(before.size());
    }
  }
  if (bare != key && !tables.is_word_only(bare)) add(bare_keys, bare);
  bare += ' ';
  for (const std::string& word : tables.division_words) add(keys, bare + word);
}

}  // namespace

PlaceKeys place_keys(const GazetteerTables& tables, const TablePlace& place) {
  PlaceKeys out;
  add_spellings(tables, fold_name(place.name), out.own);
  for (const std::string& own : place.owns) add_spellings(tables, fold_name(own), out.own);
  std::vector<std::string> others;
  for (const std::string& other : place.others) add_spellings(tables, fold_name(other), others);
  std::erase_if(others, [&](const std::string& key) { return tables.is_word_only(key); });
  for (const std::string& name : place.news) add_spellings(tables, fold_name(name), others);
  std::vector<std::string> all = out.own;
  all.insert(all.end(), others.begin(), others.end());
  if (const auto found = tables.articles.find(place.country); found != tables.articles.end()) {
    for (const std::string& key : all) add_without_article(found->second, key, others);
  }
  if (place.feature == Feature::province) {
    for (const std::string& name : place.news) {
      std::vector<std::string> longer;
      add_division_words(tables, fold_name(name), longer, others);
      for (std::string& key : longer) add(others, std::move(key));
    }
    for (const std::string& key : std::vector(out.own))
      add_division_words(tables, key, out.own, others);
  } else if (place.feature == Feature::county) {
    for (const std::string& key : std::vector(out.own)) {
      if (key.starts_with("province of ")) add(out.own, key.substr(12));
    }
  }
  for (std::string& key : others) {
    if (std::find(out.own.begin(), out.own.end(), key) == out.own.end())
      add(out.other, std::move(key));
  }
  return out;
}

}  // namespace nutgraf
