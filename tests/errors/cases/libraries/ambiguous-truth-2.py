# rule: libraries_truth.ambiguous_truth
# source: constructed
# says: df\[\(df\.a > 1\) \& \(df\.b < 5\)\]
# says: df\.a
# %% before
import pandas as pd
df = pd.DataFrame({'a':[1,2],'b':[3,4]})
# %% fails
df[df.a > 1 & df.b < 5]
# %% mended
df[(df.a > 1) & (df.b < 5)]
