# rule: python_indent.not_in_a_block
# source: a learner's notebook
# says: Lines 2 to 4 begin 1 space further
# %% fails
from pathlib import Path
 import json
 p = Path('a')
 print(p)
# %% mended
from pathlib import Path
import json
p = Path('a')
print(p)
