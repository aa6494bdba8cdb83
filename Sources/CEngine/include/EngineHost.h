#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Calls `found` with the type of every struct in this process that isn't generic, in no certain order.
///
/// Swift keeps a record of each type in a section of each binary; this walks them with the runtime's
/// own `swift_enumerateAllMetadataSections`. Needed because Swift can't ask for the types that conform
/// to a protocol.
void libretto_each_struct(void (*found)(const void *type, void *context), void *context);

/// Replaces this process by a program. Returns only if that fails, with the error's number.
///
/// Needed because `execv` takes pointers to pointers, which Swift can't make without many of its own.
int libretto_become(const char *path, char *const arguments[]);

/// Writes what standard output keeps back, and says whether everything printed so far has arrived.
///
/// Needed because `stdout` is a global variable, which Swift 6 doesn't let anybody touch.
bool libretto_flush_output(void);
