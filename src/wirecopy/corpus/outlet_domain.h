// The outlet a url belongs to: the registrable domain of its host.
//
//   OutletOfUrl("http://news.example.com.cn:8080/a?b") == "example.com.cn"
//
// An address without a scheme is read as one of a web page. The host of an IP address, a name
// without a dot and a public suffix itself are given whole. Hosts are folded to lower case;
// punycode labels are decoded, so that both ways to write an international name are one outlet.
// Empty where there is no host.
//
// Threads: pure function. Cost: about a microsecond.
// Source: the public suffix list compiled into libpsl; RFC 3492 (punycode).
#ifndef WIRECOPY_CORPUS_OUTLET_DOMAIN_H_
#define WIRECOPY_CORPUS_OUTLET_DOMAIN_H_

#include <string>
#include <string_view>

namespace wirecopy {

std::string OutletOfUrl(std::string_view url);

// The host of a url, as written; empty: none, or a word without a dot where there is no scheme.
std::string_view HostOfUrl(std::string_view url);

}  // namespace wirecopy

#endif  // WIRECOPY_CORPUS_OUTLET_DOMAIN_H_
