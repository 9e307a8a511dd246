# rule: python_shapes.not_indexable
# source: a learner's notebook
# says: df.drop\(columns='Age'\)
# %% before
import pandas as pd
df = pd.DataFrame({'Name': ['a'], 'Age': [3]})
# %% fails
df.drop['Age']
# %% mended
df.drop(columns='Age')
