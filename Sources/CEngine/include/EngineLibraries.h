#pragma once

#include <stddef.h>
#include <stdint.h>

// The libraries in this process: which they are, and what they say of themselves.

/// Calls `found` with each binary that the engine runs with: its own, what it was linked to, what that was
/// linked to, and so on, in no certain order. What was loaded otherwise, by LD_PRELOAD or as a plug-in, is none.
///
/// `build` is the identity that the linker gave the binary, or NULL. `dl_iterate_phdr`, which takes a callback
/// with pointers into the binaries' own tables.
void libretto_each_library(void (*found)(const char *name, const char *path, const uint8_t *build,
                                         size_t build_size, void *context),
                           void *context);

/// The version of a library at work, by its pkg-config module, as the library itself tells it; empty if it
/// doesn't. Into 64 bytes.
///
/// Needed because half of them tell it with variables, macros or functions of headers that Swift can't see.
void libretto_library_version(const char *module, char *version);
