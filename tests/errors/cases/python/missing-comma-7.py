# rule: python_syntax_calls.missing_comma
# source: constructed
# says: import os
# %% fails
import os import sys
# %% mended
import os
import sys
