# rule: tabular.no_numbers_in_cont
# source: constructed
# says: date.* as text
# says: add_datepart
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
df['sold'] = pd.date_range('2020-01-01', periods=80).strftime('%d/%m/%Y')
# %% fails
to = TabularPandas(df, [Categorify, Normalize], ['workclass'], ['age', 'sold'], y_names='salary')
# %% mended
df['sold'] = pd.to_datetime(df['sold'], dayfirst=True)
df = add_datepart(df, 'sold')
to = TabularPandas(df, [Categorify, Normalize], ['workclass'], ['age', 'soldYear', 'soldDayofyear'], y_names='salary')
