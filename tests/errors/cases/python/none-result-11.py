# rule: python_none.none_result
# source: constructed
# says: df = df\.drop\(columns='a'\)
# says: df\.drop
# %% fails
import pandas as pd
df = pd.DataFrame({'a':[1,2]})
df = df.drop(columns='a', inplace=True)
df.head()
# %% mended
import pandas as pd
df = pd.DataFrame({'a':[1,2]})
df = df.drop(columns='a')
df.head()
