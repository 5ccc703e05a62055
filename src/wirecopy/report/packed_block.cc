#include "wirecopy/report/packed_block.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

#include "absl/strings/escaping.h"

namespace wirecopy {
namespace {

constexpr int kGzip = 16 + MAX_WBITS;
constexpr int kMemory = 9;
constexpr size_t kRoom = size_t{64} << 10;

}  // namespace

struct PackedBlock::Deflater {
  // Fails only without memory, as operator new would.
  Deflater() : room(kRoom, 0) {
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kGzip, kMemory, Z_DEFAULT_STRATEGY);
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream); }

  void Deflate(std::string_view bytes, int flush) {
    while (true) {
      const size_t part = std::min<size_t>(bytes.size(), std::numeric_limits<uInt>::max());
      const bool is_last = part == bytes.size();
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      stream.avail_in = static_cast<uInt>(part);
      do {
        stream.next_out = reinterpret_cast<Bytef*>(room.data());
        stream.avail_out = static_cast<uInt>(room.size());
        deflate(&stream, is_last ? flush : Z_NO_FLUSH);
        packed.append(room.data(), room.size() - stream.avail_out);
      } while (stream.avail_out == 0);
      bytes.remove_prefix(part);
      if (is_last) return;
    }
  }

  z_stream stream = {};
  std::string room;
  std::string packed;
};

PackedBlock::PackedBlock() : deflater_(std::make_unique<Deflater>()) {}
PackedBlock::PackedBlock(PackedBlock&&) noexcept = default;
PackedBlock& PackedBlock::operator=(PackedBlock&&) noexcept = default;
PackedBlock::~PackedBlock() = default;

void PackedBlock::Add(std::string_view bytes) {
  size_bytes_ += bytes.size();
  deflater_->Deflate(bytes, Z_NO_FLUSH);
}

uint64_t PackedBlock::packed_bytes() const { return (deflater_->packed.size() + 2) / 3 * 4; }

std::string PackedBlock::Finish() {
  deflater_->Deflate({}, Z_FINISH);
  return absl::Base64Escape(deflater_->packed);
}

}  // namespace wirecopy
