// The report in a web page.
#include "extract/report/html.h"

#include <catch2/catch.hpp>

using nutgraf::read_html;

TEST_CASE("title, day, source and the article's paragraphs are taken out of a page") {
  const auto report = read_html(R"html(<!DOCTYPE html>
<html lang="en"><head><title>Mayor leaves - Pell Post</title>
<meta property="og:title" content="Mayor leaves">
<meta property="og:site_name" content="Pell Post">
<meta property="article:published_time" content="2016-11-03T08:00:00+01:00">
<link rel="canonical" href="https://example.org/1">
<script>var x = "no text";</script></head>
<body><nav><a>Home</a></nav>
<article><h1>Mayor leaves</h1><time datetime="2016-11-04">4 November</time>
<p>The <b>mayor</b> of Pell&nbsp;left on
   Tuesday.</p><p>&ldquo;She &amp; I&rdquo;<br>went.</p>
<aside>Read more</aside><ul><li>One</li><li>Two</li></ul></article>
<footer>Contact</footer></body></html>)html");
  REQUIRE(report);
  CHECK(report->title == "Mayor leaves");
  CHECK(report->source == "Pell Post");
  CHECK(report->url == "https://example.org/1");
  CHECK(report->lang == "en");
  CHECK(iso(*report->date) == "2016-11-03");
  CHECK(report->text ==
        "The mayor of Pell\xC2\xA0left on Tuesday.\n\n“She & I” went.\n\nOne\n\nTwo");
}

TEST_CASE("a page without an article gives its body, its day from <time>") {
  const auto report =
      read_html("<h1>Mayor leaves</h1><time>3 November 2016</time><div>She left.</div>");
  REQUIRE(report);
  CHECK(report->title == "Mayor leaves");
  CHECK(iso(*report->date) == "2016-11-03");
  CHECK(report->text == "She left.");
  const auto empty = read_html("<html><body><nav>Home</nav></body></html>");
  REQUIRE_FALSE(empty);
  CHECK(empty.error().message == "the page has no text");
}

TEST_CASE("a page that nests deep is read, or refused, but never harms") {
  std::string page;
  for (int i = 0; i < 5000; ++i) page += "<div>";
  CHECK(read_html(page + "She left."));
  const auto refused = read_html(page + page + page + "She left.");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "the page nests too deep");
}
