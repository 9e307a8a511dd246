# rule: libraries_lengths.unequal_columns
# source: constructed
# says: 'a' has 2, 'b' has 1
# says: pd\.DataFrame\(\{'a': pd\.Series\(\[1, 2\]\), 'b': pd\.Series\(\[3\]\)\}\)
# %% fails
import pandas as pd
pd.DataFrame({'a':[1,2],'b':[3]})
# %% mended
import pandas as pd
pd.DataFrame({'a': pd.Series([1, 2]), 'b': pd.Series([3])})
