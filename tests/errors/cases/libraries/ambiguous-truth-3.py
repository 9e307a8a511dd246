# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: df\[\(1 < df\.a\) \& \(df\.a < 3\)\]
# says: df\.a
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df[1 < df.a < 3]
# %% mended
df[(1 < df.a) & (df.a < 3)]
