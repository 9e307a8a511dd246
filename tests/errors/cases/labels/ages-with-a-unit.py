# rule: labels.text_for_numbers
# source: constructed
# says: people\['years'\] = people\['years'\].str.extract\(r'\(\\d\+\\.\?\\d\*\)'\)\[0\].astype\(float\)
# says: '31 y'
# %% before
from fastai.vision.all import *
for i in range(6):
    Image.new("RGB", (20, 20), (30 * i, 0, 9)).save(f"p{i}.png")
people = pd.DataFrame({"photo": [f"p{i}.png" for i in range(6)], "years": ["22", "40", "35", "31 y", "60", "18"]})
# %% fails
faces = DataBlock((ImageBlock, RegressionBlock), get_x=ColReader("photo"), get_y=ColReader("years"), splitter=IndexSplitter([1]))
dls = faces.dataloaders(people, bs=2)
dls.one_batch()
# %% mended
people["years"] = people["years"].str.extract(r"(\d+\.?\d*)")[0].astype(float)
faces = DataBlock((ImageBlock, RegressionBlock), get_x=ColReader("photo"), get_y=ColReader("years"), splitter=IndexSplitter([1]))
dls = faces.dataloaders(people, bs=2)
dls.one_batch()
