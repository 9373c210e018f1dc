#define _GNU_SOURCE
#include "CFilonKernels.h"

#if defined(__linux__)
#include <elf.h>
#include <link.h>
#include <string.h>

struct build_id {
  uint8_t *bytes;
  size_t capacity, count;
};

static size_t padded(size_t size) { return (size + 3) & ~(size_t)3; }

// The first object that the loader names is the program.
static int read_program(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  struct build_id *id = context;
  for (int index = 0; index < info->dlpi_phnum; index++) {
    const ElfW(Phdr) *header = &info->dlpi_phdr[index];
    if (header->p_type != PT_NOTE) continue;
    const uint8_t *note = (const uint8_t *)(info->dlpi_addr + header->p_vaddr);
    const uint8_t *end = note + header->p_memsz;
    while ((size_t)(end - note) >= sizeof(ElfW(Nhdr))) {
      ElfW(Nhdr) head;
      memcpy(&head, note, sizeof head);
      const uint8_t *name = note + sizeof head;
      size_t length = padded(head.n_namesz) + padded(head.n_descsz);
      if (length > (size_t)(end - name)) break;
      if (head.n_type == NT_GNU_BUILD_ID && head.n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
        id->count = head.n_descsz < id->capacity ? head.n_descsz : id->capacity;
        memcpy(id->bytes, name + padded(head.n_namesz), id->count);
        return 1;
      }
      note = name + length;
    }
  }
  return 1;
}

size_t filon_build_id(uint8_t *bytes, size_t capacity) {
  struct build_id id = {bytes, capacity, 0};
  dl_iterate_phdr(read_program, &id);
  return id.count;
}
#else
size_t filon_build_id(uint8_t *bytes, size_t capacity) {
  (void)bytes;
  (void)capacity;
  return 0;
}
#endif
