# notice: made_infinite.log_of_zeros
# source: constructed
# says: shops\['log_sales'\]\s+holds\s+-inf\s+in\s+2\s+rows
# says: shops\['log_sales'\]\s+=\s+np\.log1p\(shops\.sales\)
# %% before
import pandas as pd, numpy as np
shops = pd.DataFrame({'sales': [0, 12, 30, 0, 7], 'size': [1, 2, 3, 4, 5]})
# %% cell
shops['log_sales'] = np.log(shops.sales)
shops['scaled'] = (shops.log_sales - shops.log_sales.mean()) / shops.log_sales.std()
shops.head()
# %% mended
shops['log_sales'] = np.log1p(shops.sales)
shops['scaled'] = (shops.log_sales - shops.log_sales.mean()) / shops.log_sales.std()
shops.head()
