"""The schemes of the equality questions, and how the census of 2021 is read in the older ones.

Sources: Office for National Statistics, ethnic group questions of the censuses of 2001 (16 groups, with "not stated"
the 16+1 of the police), 2011 (18, the 18+1) and 2021 (19). Each older scheme is reached from the newest, never back.
"""

# Code of 2021: (its words, the group of the 18+1, the group of the 16+1).
ETHNICITY = {
    "W1": ("White: English, Welsh, Scottish, Northern Irish or British", "W1", "W1"),
    "W2": ("White: Irish", "W2", "W2"),
    "W3": ("White: Gypsy or Irish Traveller", "W3", "W9"),
    "W4": ("White: Roma", "W9", "W9"),
    "W9": ("White: any other background", "W9", "W9"),
    "M1": ("Mixed: White and Black Caribbean", "M1", "M1"),
    "M2": ("Mixed: White and Black African", "M2", "M2"),
    "M3": ("Mixed: White and Asian", "M3", "M3"),
    "M9": ("Mixed: any other background", "M9", "M9"),
    "A1": ("Asian: Indian", "A1", "A1"),
    "A2": ("Asian: Pakistani", "A2", "A2"),
    "A3": ("Asian: Bangladeshi", "A3", "A3"),
    "A4": ("Asian: Chinese", "A4", "O1"),
    "A9": ("Asian: any other background", "A9", "A9"),
    "B1": ("Black: Caribbean", "B1", "B1"),
    "B2": ("Black: African", "B2", "B2"),
    "B9": ("Black: any other background", "B9", "B9"),
    "O2": ("Arab", "O2", "O9"),
    "O9": ("Any other ethnic group", "O9", "O9"),
}
NOT_STATED = "NS"

AGE = {
    "16": "16 or 17", "18": "18 to 24", "25": "25 to 34", "35": "35 to 44", "45": "45 to 54", "55": "55 to 64",
    "65": "65 to 74", "75": "75 or older",
}  # fmt: skip
SEX = {"F": "Female", "M": "Male"}
YES_NO = {"Y": "Yes", "N": "No"}
RELIGION = {
    "NONE": "No religion", "CHRISTIAN": "Christian (all denominations)", "BUDDHIST": "Buddhist", "HINDU": "Hindu",
    "JEWISH": "Jewish", "MUSLIM": "Muslim", "SIKH": "Sikh", "OTHER": "Any other religion",
}  # fmt: skip
ORIENTATION = {"STRAIGHT": "Straight or heterosexual", "GAY": "Gay or lesbian", "BI": "Bisexual", "OTHER": "Other"}


def in_18_plus_1(code: str) -> str:
    """The group of the 18+1 that a group of 2021 is counted in; no answer is the one more."""
    return ETHNICITY[code][1] if code in ETHNICITY else NOT_STATED


def in_16_plus_1(code: str) -> str:
    """The group of the 16+1 that a group of 2021 is counted in; no answer is the one more."""
    return ETHNICITY[code][2] if code in ETHNICITY else NOT_STATED
