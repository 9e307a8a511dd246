# rule: notebook_imports.misspelt_module
# source: constructed
# says: import pandas as pd
# %% fails
import pandsa as pd
# %% mended
import pandas as pd
