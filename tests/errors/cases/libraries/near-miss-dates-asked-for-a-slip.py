# rule: not libraries_accessors.gone_from_dates
# source: constructed
# %% before
import pandas as pd
sales = pd.DataFrame({'day': pd.date_range('2020-01-01', periods=10)})
# %% fails
sales['m'] = sales['day'].dt.mnth
