# rule: libraries_accessors.gone_from_dates
# source: https://github.com/fastai/fastai/issues/3906
# says: field\.dt\.isocalendar\(\)\.week if n\.lower\(\) == 'weekofyear' else
# %% before
import pandas as pd
sales = pd.DataFrame({'day': pd.date_range('2020-01-01', periods=10)})
field = sales['day']
# %% fails
for n in ['Year', 'Weekofyear']:
    sales[n] = getattr(field.dt, n.lower())
# %% mended
for n in ['Year', 'Weekofyear']:
    sales[n] = field.dt.isocalendar().week if n.lower() == 'weekofyear' else getattr(field.dt, n.lower())
