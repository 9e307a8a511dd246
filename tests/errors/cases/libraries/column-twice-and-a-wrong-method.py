# rule: not columns_twice.same_name_twice
# source: constructed
# %% before
import pandas as pd
df = pd.DataFrame([[1, 2., 3.]], columns=['id', 'x', 'x'])
# %% fails
df.sort(df['x'])
