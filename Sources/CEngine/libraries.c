#define _GNU_SOURCE
#include "EngineLibraries.h"

#include <link.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/// A binary in this process, as the dynamic linker knows it.
typedef struct {
  const char *name, *path, *strings;
  const ElfW(Dyn) *dynamic;
  const uint8_t *build;
  size_t build_size;
  uint32_t hash;
  bool is_engine, is_reached;
} binary;

typedef struct {
  binary *all;
  size_t count, capacity;
} binaries;

static uint32_t hash_of(const char *name) {
  uint32_t hash = 2166136261u;
  for (; *name; name++) hash = (hash ^ (uint8_t)*name) * 16777619u;
  return hash;
}

static const char *last_part(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

/// The note in which the linker left the binary's identity.
static void read_notes(binary *found, const char *note, size_t size) {
  const char *end = note + size;
  while (note + sizeof(ElfW(Nhdr)) <= end) {
    const ElfW(Nhdr) *head = (const ElfW(Nhdr) *)note;
    const char *name = note + sizeof *head;
    const char *content = name + ((head->n_namesz + 3) & ~3u);
    if (head->n_type == NT_GNU_BUILD_ID && head->n_namesz == 4 && !memcmp(name, "GNU", 4)) {
      found->build = (const uint8_t *)content;
      found->build_size = head->n_descsz;
      return;
    }
    note = content + ((head->n_descsz + 3) & ~3u);
  }
}

static int collect(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  binaries *list = context;
  if (list->count == list->capacity) {
    size_t capacity = list->capacity ? list->capacity * 2 : 256;
    binary *all = realloc(list->all, capacity * sizeof *all);
    if (!all) return 1;
    list->all = all;
    list->capacity = capacity;
  }
  binary found = {.path = info->dlpi_name[0] ? info->dlpi_name : "/proc/self/exe"};
  const ElfW(Addr) here = (ElfW(Addr))(uintptr_t)collect;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    const ElfW(Addr) start = info->dlpi_addr + part->p_vaddr;
    if (part->p_type == PT_LOAD && here >= start && here < start + part->p_memsz) found.is_engine = true;
    if (part->p_type == PT_DYNAMIC) found.dynamic = (const ElfW(Dyn) *)start;
    if (part->p_type == PT_NOTE && !found.build) read_notes(&found, (const char *)start, part->p_memsz);
  }
  found.name = last_part(found.path);
  if (found.dynamic) {
    const ElfW(Dyn) *name = NULL;
    for (const ElfW(Dyn) *entry = found.dynamic; entry->d_tag != DT_NULL; entry++) {
      if (entry->d_tag == DT_SONAME) name = entry;
      // glibc has made it an address, but for binaries it may not write to.
      if (entry->d_tag == DT_STRTAB) {
        ElfW(Addr) address = entry->d_un.d_ptr;
        found.strings = (const char *)(address < info->dlpi_addr ? info->dlpi_addr + address : address);
      }
    }
    if (name && found.strings) found.name = found.strings + name->d_un.d_val;
  }
  found.hash = hash_of(found.name);
  list->all[list->count++] = found;
  return 0;
}

/// Marks what a binary was linked to. As deep as binaries are linked one to another: some ten.
static void reach(binaries *list, binary *from) {
  from->is_reached = true;
  if (!from->dynamic || !from->strings) return;
  for (const ElfW(Dyn) *entry = from->dynamic; entry->d_tag != DT_NULL; entry++) {
    if (entry->d_tag != DT_NEEDED) continue;
    const char *name = from->strings + entry->d_un.d_val;
    const uint32_t hash = hash_of(name);
    for (size_t i = 0; i < list->count; i++) {
      binary *to = &list->all[i];
      if (to->hash == hash && !to->is_reached && !strcmp(to->name, name)) reach(list, to);
    }
  }
}

void libretto_each_library(void (*found)(const char *name, const char *path, const uint8_t *build,
                                         size_t build_size, void *context),
                           void *context) {
  binaries list = {0};
  dl_iterate_phdr(collect, &list);
  for (size_t i = 0; i < list.count; i++)
    if (list.all[i].is_engine && !list.all[i].is_reached) reach(&list, &list.all[i]);
  for (size_t i = 0; i < list.count; i++) {
    const binary *one = &list.all[i];
    if (one->is_reached) found(one->name, one->path, one->build, one->build_size, context);
  }
  free(list.all);
}
