# rule: libraries_accessors.column_called_like_a_word
# source: constructed
# says: r\['dt'\] \+ '!'
# %% before
import pandas as pd, numpy as np
df = pd.DataFrame({'dt': ['a', 'b']})
# %% fails
out = df.apply(lambda r: r.dt + '!', axis=1)
# %% mended
out = df.apply(lambda r: r['dt'] + '!', axis=1)
