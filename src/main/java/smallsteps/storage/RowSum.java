package smallsteps.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// How many rows, and a checksum of what stands in them that is the same in whatever order they
/// come.
///
/// @param sum of a digest of each
record RowSum(long rows, long sum) {
  static final RowSum NONE = new RowSum(0, 0);

  /// @param row text, numbers and nulls
  RowSum and(List<Object> row) {
    return new RowSum(rows + 1, sum + digest(row));
  }

  private static long digest(List<Object> row) {
    MessageDigest digest = sha256();
    for (Object value : row) {
      byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
      digest.update((byte) (value == null ? 0 : 1));
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
