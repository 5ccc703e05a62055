#include <simdjson.h>
#include <xxhash.h>

#include "absl/strings/str_format.h"
#include "cli/help.h"
#include "wirecopy/text/fold_table.h"

namespace wirecopy::cli {

std::vector<std::pair<std::string, std::string>> Versions() {
  return {{"wirecopy", WIRECOPY_VERSION},
          {"icu", WIRECOPY_ICU_VERSION},
          {"unicode", fold_table::kUnicodeVersion},
          {"xxhash",
           absl::StrFormat("%d.%d.%d", XXH_VERSION_MAJOR, XXH_VERSION_MINOR, XXH_VERSION_RELEASE)},
          {"simdjson",
           absl::StrFormat("%d.%d.%d", simdjson::SIMDJSON_VERSION_MAJOR,
                           simdjson::SIMDJSON_VERSION_MINOR, simdjson::SIMDJSON_VERSION_REVISION)},
          {"zstd", WIRECOPY_ZSTD_VERSION}};
}

std::string VersionText() {
  std::string text;
  for (const auto& [name, version] : Versions())
    absl::StrAppendFormat(&text, "%s %s\n", name, version);
  return text;
}

}  // namespace wirecopy::cli
