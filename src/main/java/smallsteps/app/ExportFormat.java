package smallsteps.app;

import java.util.List;

/// How an export is written.
@FunctionalInterface
interface ExportFormat {
  String write(List<Exported> rows);
}
