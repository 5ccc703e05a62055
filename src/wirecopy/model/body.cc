#include "wirecopy/model/body.h"

#include <algorithm>

namespace wirecopy {

Body MakeBody(std::span<const Token> tokens, std::span<const TokenRange> masked, bool with_places) {
  Body body;
  body.tokens.reserve(tokens.size());
  const auto size = static_cast<uint32_t>(tokens.size());
  auto append = [&](uint32_t begin, uint32_t end) {
    if (begin >= end) return;
    if (!body.tokens.empty()) {
      body.tokens.push_back(kBreakToken);
      if (with_places) body.places.push_back(begin);
    }
    body.tokens.insert(body.tokens.end(), tokens.begin() + begin, tokens.begin() + end);
    if (with_places) {
      for (uint32_t i = begin; i < end; ++i) body.places.push_back(i);
    }
  };
  uint32_t at = 0;
  for (const TokenRange& range : masked) {
    append(at, std::min(range.begin, size));
    at = std::max(at, std::min(range.end, size));
  }
  append(at, size);
  return body;
}

uint64_t ContentHash(const Body& body) {
  if (std::find(body.tokens.begin(), body.tokens.end(), kBreakToken) == body.tokens.end()) {
    return HashOf(std::span<const Token>(body.tokens));
  }
  std::vector<Token> dense;
  dense.reserve(body.tokens.size());
  for (Token token : body.tokens) {
    if (token != kBreakToken) dense.push_back(token);
  }
  return HashOf(std::span<const Token>(dense));
}

std::vector<TokenRange> UnionOf(std::span<const TokenRange> a, std::span<const TokenRange> b) {
  std::vector<TokenRange> all(a.begin(), a.end());
  all.insert(all.end(), b.begin(), b.end());
  std::sort(all.begin(), all.end(), [](const TokenRange& x, const TokenRange& y) {
    return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
  });
  std::vector<TokenRange> out;
  for (const TokenRange& range : all) {
    if (range.begin >= range.end) continue;
    if (!out.empty() && range.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, range.end);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

}  // namespace wirecopy
