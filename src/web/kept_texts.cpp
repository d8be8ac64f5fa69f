#include "web/kept_texts.h"

namespace rialto::web {

namespace {

std::size_t size_of(const text::References& references) {
  std::size_t size = 0;
  for (const auto* names : {&references.posts, &references.members, &references.films, &references.spoilers})
    for (const auto& name : *names) size += sizeof name + name.size();
  return size;
}

}  // namespace

NotedText KeptTexts::note(std::string_view markdown) {
  const auto mark = fingerprint_of(markdown);
  if (auto kept = references_.find(mark)) return {mark, std::move(kept)};
  const auto made = std::make_shared<const text::References>(text::references_of(markdown));
  references_.keep(mark, made, size_of(*made));
  return {mark, made};
}

std::shared_ptr<const text::SafeHtml> KeptTexts::rendered(const std::string& ingredients,
                                                          const std::function<text::SafeHtml()>& render) {
  const auto key = fingerprint_of(ingredients);
  if (auto kept = html_.find(key)) return kept;
  const auto made = std::make_shared<const text::SafeHtml>(render());
  html_.keep(key, made, made->view().size());
  return made;
}

}  // namespace rialto::web
