import { emailField, longText, optional, required } from '../web/fields.ts';

/** What a partnership says about itself, asked at set-up and again in the settings. */
export const partnershipFields = {
  name: required('Enter the name of your partnership.'),
  strapline: optional(),
  helpPhone: required('Enter a phone number that families can call.', 40),
  helpHours: optional(80),
  helpEmail: emailField('Enter an email address that families can write to.'),
  postAddress: longText('Enter a postal address for answers on paper.', 400),
  urgentWords: longText('Say what to do if a child is in danger.', 600),
  childPhone: optional(40),
};
