#include "wirecopy/corpus/outlet_domain.h"

#include <gtest/gtest.h>

#include <string>

namespace wirecopy {
namespace {

TEST(OutletOfUrlTest, GivesTheRegistrableDomain) {
  struct Row {
    std::string_view name;
    std::string_view url;
    std::string_view outlet;
  };
  const Row rows[] = {
      {"plain", "http://www.example.com/a/b.html", "example.com"},
      {"two-part suffix", "https://news.example.com.cn/a", "example.com.cn"},
      {"province suffix", "http://www.example.gd.cn/", "example.gd.cn"},
      {"private suffix", "https://desk.someone.github.io/x", "someone.github.io"},
      {"upper case", "HTTP://WWW.Example.COM/", "example.com"},
      {"port", "http://example.com:8080/x", "example.com"},
      {"user info", "ftp://user:p@ss@www.example.org/x", "example.org"},
      {"at sign in the path", "http://example.org/@desk", "example.org"},
      {"query at once", "http://www.example.org?a=b//c", "example.org"},
      {"no scheme", "www.example.com/a", "example.com"},
      {"no scheme, port", "www.example.com:80/a?u=http://other.net/", "example.com"},
      {"scheme-relative", "//cdn.example.com/a", "example.com"},
      {"last dot", "http://www.example.com./", "example.com"},
      {"backslash", "http://www.example.com\\a", "example.com"},
      {"IPv4", "http://203.0.113.7:8080/x", "203.0.113.7"},
      {"IPv6", "http://[2001:db8::1]:80/x", "[2001:db8::1]"},
      {"IPv6, not closed", "http://[2001:db8::1/x", ""},
      {"no dot", "http://localhost/x", "localhost"},
      {"a public suffix itself", "http://com.cn/", "com.cn"},
      {"IDN", "http://新闻.例子.中国/a", "例子.中国"},
      {"IDN in punycode", "http://xn--vhquv.xn--fsqu00a.xn--fiqs8s/a", "例子.中国"},
      {"IDN, upper case", "http://www.BÜCHER.example/", "bücher.example"},
      {"broken punycode stays", "http://xn--a!.example/", "xn--a!.example"},
      {"unknown top level", "http://a.b.unknowntld/", "b.unknowntld"},
      {"path only", "/a/b.html", ""},
      {"a word", "unknown", ""},
      {"a word and a slash", "n/a", ""},
      {"empty", "", ""},
      {"blanks", "  http://www.example.com/  ", "example.com"},
      {"NUL", std::string_view("http://a\0b.com/", 15), ""},
  };
  for (const Row& row : rows) EXPECT_EQ(OutletOfUrl(row.url), row.outlet) << row.name;
}

TEST(OutletOfUrlTest, LongHostsAreNoOutlet) {
  EXPECT_EQ(OutletOfUrl("http://" + std::string(100000, 'a') + ".com/"), "");
}

}  // namespace
}  // namespace wirecopy
