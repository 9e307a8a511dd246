# rule: not cells_typed.page_in_a_cell
# source: constructed
# %% fails
<statement-1>
