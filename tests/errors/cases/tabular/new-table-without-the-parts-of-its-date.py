# rule: tabular_new_tables.new_lacks_columns
# source: constructed
# says: new has no columns Month and Day, which the table for the training has
# says: new = add_datepart\(new, 'date'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'shop': [1, 2] * 30, 'date': pd.date_range('2020-01-01', periods=60), 'full': ['yes', 'no', 'no'] * 20})
new = df.iloc[:5].copy()
df = add_datepart(df, 'date')
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], y_names='full', cat_names=['shop', 'Month'], cont_names=['Day'])
# %% fails
to_new = to.new(new)
to_new.process()
# %% mended
new = add_datepart(new, 'date')
to_new = to.new(new)
to_new.process()
