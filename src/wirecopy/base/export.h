// WIRECOPY_EXPORT marks the classes and functions that the shared library shows; everything else is
// hidden.
#ifndef WIRECOPY_BASE_EXPORT_H_
#define WIRECOPY_BASE_EXPORT_H_

#define WIRECOPY_EXPORT __attribute__((visibility("default")))

#endif  // WIRECOPY_BASE_EXPORT_H_
