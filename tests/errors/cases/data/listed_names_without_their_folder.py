# rule: listings_joined.name_without_folder
# source: constructed
# says: bare name
# says: without the folder
# says: os\.path\.join\('trees/oak', leaf\)
# %% before
from fastai.vision.all import *

for kind in ["oak", "fir"]:
    Path("trees", kind).mkdir(parents=True)
    for i in range(8):
        PILImage.create(np.full((20, 20, 3), 25 * i, dtype="uint8")).save(f"trees/{kind}/{kind}{i}.jpg")
import os
# %% fails
widths = []
for leaf in os.listdir("trees/oak"):
    widths.append(PILImage.create(leaf).width)
# %% mended
widths = []
for leaf in os.listdir("trees/oak"):
    widths.append(PILImage.create(os.path.join("trees/oak", leaf)).width)
