#include "wirecopy/report/page_files.h"

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace wirecopy {
namespace {

#include "page_files.inc"

std::string PolicyHash(absl::string_view sha256_hex) {
  return absl::StrCat("sha256-", absl::Base64Escape(absl::HexStringToBytes(sha256_hex)));
}

}  // namespace

std::string_view PageShell() { return {kShell, sizeof(kShell) - 1}; }
std::string_view PageStyle() { return {kStyle, sizeof(kStyle) - 1}; }
std::string_view PageScripts() { return {kScripts, sizeof(kScripts) - 1}; }
std::string PageStyleHash() { return PolicyHash(kStyleSha256); }
std::string PageScriptsHash() { return PolicyHash(kScriptsSha256); }

}  // namespace wirecopy
