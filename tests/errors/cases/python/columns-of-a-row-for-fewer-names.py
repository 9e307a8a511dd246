# rule: loops_unpacked.columns_of_a_row
# source: constructed
# says: 3\s+values
# says: 'f', 'l', 'z'
# %% before
import pandas as pd
df=pd.DataFrame({'f':['a','b'],'l':['x','y'],'z':[1,2]})
# %% fails
for i,(f,l) in df.iterrows(): print(f,l)
