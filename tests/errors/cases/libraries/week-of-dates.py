# rule: libraries_accessors.gone_from_dates
# source: https://github.com/fastai/fastai/issues/3906
# says: isocalendar\(\)\.week
# %% before
import pandas as pd
sales = pd.DataFrame({'day': pd.date_range('2020-01-01', periods=10)})
# %% fails
sales['week'] = sales['day'].dt.week
# %% mended
sales['week'] = sales['day'].dt.isocalendar().week
