package smallsteps.rehearsal.blocks;

/// Where blocks may stand; not every block may stand everywhere.
public enum Place {
  MESSAGE(50),
  MODAL(100),
  HOME(100);

  final int mostBlocks;

  Place(int mostBlocks) {
    this.mostBlocks = mostBlocks;
  }
}
