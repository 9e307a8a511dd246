# rule: torch_gone.import_gone
# source: constructed
# says: no\s+module\s+torch\._six\s+any\s+more
# says: string_classes\s+=\s+\(str,\s+bytes\)
# %% fails
from torch._six import string_classes, int_classes
# %% mended
string_classes = (str, bytes)
int_classes = int
