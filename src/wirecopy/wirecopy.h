// wirecopy finds reprints across news sources: which articles are the same report, who carried it
// first, who copied, cut or quoted it, and on what evidence.
//
//   #include "wirecopy/wirecopy.h"
//
//   auto detector = wirecopy::Detector::Create({});
//   detector->Add({.id = "a", .outlet = "Harbour Post", .text = page});
//   auto result = detector->Run();
//
// Beside the Detector, its parts are public because people combine and measure them: Clean
// (text/clean.h), Sketcher and EstimateResemblance (sketch/sketch.h), CompareArticles
// (detect/evidence.h), and what a run learnt can be kept (background/background_file.h). A page for
// browsers is made of EvidenceOfTexts (detect/evidence_of_texts.h) by EvidenceReport
// (report/evidence_report.h). No exceptions cross this interface, nothing is logged, there is no
// global state.
#ifndef WIRECOPY_WIRECOPY_H_
#define WIRECOPY_WIRECOPY_H_

#include "wirecopy/background/background_file.h"
#include "wirecopy/background/default_background.h"
#include "wirecopy/detect/dedup.h"
#include "wirecopy/detect/detector.h"
#include "wirecopy/detect/evidence.h"
#include "wirecopy/detect/evidence_of_texts.h"
#include "wirecopy/model/article.h"
#include "wirecopy/model/body.h"
#include "wirecopy/model/result.h"
#include "wirecopy/model/shingle.h"
#include "wirecopy/report/doubt_line.h"
#include "wirecopy/report/evidence_report.h"
#include "wirecopy/report/series_json.h"
#include "wirecopy/report/story_json.h"
#include "wirecopy/report/text_line.h"
#include "wirecopy/report/text_order.h"
#include "wirecopy/sketch/sketch.h"
#include "wirecopy/text/clean.h"

#endif  // WIRECOPY_WIRECOPY_H_
