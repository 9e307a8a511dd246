# rule: libraries_tables.duplicate_or_scalar
# source: constructed
# says: pd\.DataFrame\(\[\{'a': 1, 'b': 2\}\]\)
# says: and
# %% fails
import pandas as pd
pd.DataFrame({'a':1,'b':2})
# %% mended
import pandas as pd
pd.DataFrame([{'a': 1, 'b': 2}])
